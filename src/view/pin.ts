import { ERRORS } from '../contract/error';
import type { AccessPoint } from '../contract/status';
import { cleanPin, isValidPin } from '../core/pin';
import { showDialog } from './action';
import { callStart } from './service';
import type { Report } from './switch';

export function showPin({ section }: AccessPoint, report: Report): void {
	const refusal = ERRORS.pin_invalid.message;
	const hint = E('span', { role: 'status' });
	const input = E('input', {
		class: 'cbi-input-text',
		inputmode: 'numeric',
		autocomplete: 'off',
		input: () => {
			const digits = cleanPin(input.value);
			hint.textContent = isValidPin(digits) ? '✓' : digits.length < 8 ? '' : refusal;
		}
	});

	showDialog(
		_('PIN of the device'),
		[
			_('Some devices show a WPS PIN of four or eight digits on their screen or a label.'),
			E('label', {}, [_('WPS PIN'), ' ', input]),
			hint
		],
		{
			label: _('Start WPS'),
			style: 'apply',
			task: async () => {
				const digits = cleanPin(input.value);
				return isValidPin(digits) ? report(await callStart(section, digits)) : { refusal };
			}
		}
	);
}
