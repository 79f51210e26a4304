import type { Button } from '../contract/button';
import type { ErrorCode } from '../contract/error';
import { closeWindow } from './cancel';
import { showError } from './parts/light';
import {
	actionNamed,
	buttonNow,
	daemonOf,
	emptyArgument,
	hasButton,
	hasLight,
	judge,
	lookFor,
	note,
	openAnywhere,
	pressed,
	tell,
	textOf,
	writeSection
} from './parts/look';
import type { Request } from './request';
import { openFor, type Opener } from './start';

function wordsOf(button: Button): string {
	if (button.action !== 'network') return button.action;
	return button.network === null ? 'opens the first network with WPS' : `opens "${button.network}"`;
}

/** `button`: what the button on the case does from now on; without arguments what it does now. */
export function setButton(request: Request<'button'>): void {
	const network = textOf(request, 'network');
	const action = textOf(request, 'action') ?? (network === null ? null : 'network');
	const chosen = actionNamed(action);
	const empty = emptyArgument(request);

	if (empty !== null) return request.fail('invalid_argument', empty);
	if (action === null) return request.answer({ button: buttonNow() });
	if (chosen === null) return request.fail('invalid_argument', 'action');
	if (network !== null && chosen !== 'network') return request.fail('invalid_argument', 'network');
	if (!hasButton()) return request.fail('button_absent');

	lookFor(request, survey => {
		const known = filter(survey.networks, bsses => bsses[0].ssid === network);
		if (network !== null && length(known) === 0) return request.fail('unknown_target');
		if (!writeSection('button', 'button', { action: chosen, network })) return request.fail('not_saved');

		const button = buttonNow();
		note(`the WPS button: ${wordsOf(button)}, by ${request.who}`);
		tell({ type: 'button', button });
		request.answer({ button });
	});
}

/** `press`: what the button does. It closes a window that is open; that it opens none, the light and the log tell. */
export function press(request: Request<'press'>): void {
	const button = buttonNow();
	if (button.action !== 'network') return request.answer({ session: null });

	const fail = (code: ErrorCode, detail?: string | number) => {
		note(`the WPS button: nothing to open (${code})`);
		if (hasLight()) showError();
		request.fail(code, detail);
	};
	const opener: Opener = { ...request, who: 'button', fail };

	lookFor({ ...request, fail }, survey => {
		const window = openAnywhere();
		if (window !== null) return closeWindow({ ...request, who: 'button' }, window, null);

		const target = pressed(judge(survey, daemonOf(survey)), button.network);
		if (target === null) fail('wps_disabled');
		else openFor(opener, target, { pin: null, mac: null }, 'button');
	});
}
