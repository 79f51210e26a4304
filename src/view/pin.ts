import { showDialog } from './dialog';
import type { Outcome } from './service';

/**
 * The dialog that takes the PIN of a device.
 * @param start  opens the window for a PIN
 */
export async function showPin(start: (pin: string) => Promise<Outcome<unknown>>): Promise<void> {
	const input = E('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' });

	showDialog(
		_('The device shows a PIN'),
		[_('Four or eight digits, on its screen or on a label.'), E('label', {}, [_('PIN'), input])],
		_('Start WPS'),
		'action important',
		() => start(input.value)
	);
}
