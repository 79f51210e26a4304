import { INVALID_PIN } from '../contract/error';
import type { AccessPoint } from '../contract/status';
import { showDialog } from './action';
import { callCheckPin, callStart } from './service';
import type { Report } from './switch';

/** The dialog that takes the PIN of a device, checked while it is typed. */
export function showPin({ ifname }: AccessPoint, report: Report): void {
	const hint = E('span', { role: 'status' });
	const input = E('input', {
		class: 'cbi-input-text',
		inputmode: 'numeric',
		autocomplete: 'off',
		input: async () => {
			const { value } = input;
			const { answer } = await callCheckPin(value);
			if (value !== input.value) return;
			hint.textContent = answer?.valid ? '✓' : value.length < 8 ? '' : INVALID_PIN;
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
				const result = await callStart(ifname!, input.value);
				return result.refusal ? result : report(result);
			}
		}
	);
}
