import { showDialog } from './action';
import type { Outcome } from './service';

/**
 * The dialog that takes the PIN of a device.
 * @param start  opens the window for a PIN
 */
export function showPin(start: (pin: string) => Promise<Outcome<unknown>>): void {
	const input = E('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' });

	showDialog(
		_('The device shows a PIN'),
		[_('Four or eight digits, on its screen or on a label.'), E('label', {}, [_('PIN'), input])],
		_('Start WPS'),
		'action important',
		() => start(input.value)
	);
}
