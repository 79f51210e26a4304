/** The world around the simulated router: what a button or a list says is done there. */
'use strict';

(() => {
	const corner = document.querySelector('#simulator');
	const answer = corner.querySelector('output');

	async function act(action) {
		const response = await fetch('/simulator', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ action })
		}).catch(() => null);
		const { said, error } = response ? await response.json() : { error: 'The simulator is gone.' };
		answer.textContent = said ?? error;
	}

	for (const button of corner.querySelectorAll('button')) button.addEventListener('click', () => act(button.value));

	corner.querySelector('[name=scene]').addEventListener('change', ({ target }) => {
		if (target.value) act('scene ' + target.value);
		target.value = '';
	});

	corner.querySelector('[name=language]').addEventListener('change', ({ target }) => {
		document.cookie = 'simulator_language=' + target.value + '; path=/; SameSite=Strict';
		location.reload();
	});
})();
