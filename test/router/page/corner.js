/** The devices of the simulator: each button presses the WPS button of one of them. */
'use strict';

for (const button of document.querySelectorAll('#simulator button'))
	button.addEventListener('click', async () => {
		const response = await fetch('/simulator', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ action: button.value })
		});
		document.querySelector('#simulator output').textContent = response.ok
			? button.textContent
			: await response.text();
	});
