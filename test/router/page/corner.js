/** The devices of the simulator: each button presses the WPS button of one of them, or of the router; and the router's light. */
'use strict';

/** How often the light is looked at, milliseconds. */
const GLANCE = 500;

const light = document.querySelector('#simulator .light');
const SHINING = { opacity: 1 };
const DARK = { opacity: 0.15 };
let shown = '';

function ask(action, device) {
	return fetch('/simulator', {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ action, device })
	});
}

/** Shows what the LED does; its flashes are the browser's to repeat. */
function shine(seen) {
	const text = JSON.stringify(seen);
	if (text === shown) return;
	shown = text;
	light.hidden = seen === null;
	light.title = text;
	for (const animation of light.getAnimations()) animation.cancel();
	if (seen === null) return;
	const steps = seen.kind === 'rhythm' ? seen.steps : [[seen.kind === 'on' ? 1 : 0, seen.kind === 'on' ? 0 : 1]];
	const duration = steps.flat().reduce((sum, time) => sum + time, 0);
	let at = 0;
	const frames = steps.flatMap(([on, off]) => {
		const lit = [at, (at += on)];
		const dark = [at, (at += off)];
		const frame = look => time => ({ ...look, offset: time / duration });
		return [...(on ? lit.map(frame(SHINING)) : []), ...(off ? dark.map(frame(DARK)) : [])];
	});
	light.animate(frames, { duration: Math.max(duration, 1), iterations: Infinity });
}

/** Asks for something, and shows what is answered. */
async function act(action, device) {
	const response = await ask(action, device).catch(() => null);
	const { said, error } = response ? await response.json() : { error: 'The simulator is gone.' };
	document.querySelector('#simulator output').textContent = said ?? error;
}

for (const button of document.querySelectorAll('#simulator button'))
	button.addEventListener('click', () => act(button.value, button.closest('.chosen')?.querySelector('select').value));

document.querySelector('#simulator [name=scene]').addEventListener('change', ({ target }) => {
	if (target.value) act('scene', target.value);
	target.value = '';
});

document.querySelector('#simulator [name=language]').addEventListener('change', ({ target }) => {
	document.cookie = 'simulator_language=' + target.value + '; path=/; SameSite=Strict';
	location.reload();
});

async function glance() {
	const response = await ask('light').catch(() => null);
	if (response?.ok) shine((await response.json()).shine);
	if (response) setTimeout(glance, GLANCE);
}

glance();
