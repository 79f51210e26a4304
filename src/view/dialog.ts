import ui from 'luci:ui';
import { createButton } from './action';
import type { Outcome } from './service';

/**
 * A dialog with these lines and, beside the button that leaves it, one that acts: it stays open while
 * the action is refused, says why, and gives the focus back when it closes.
 */
export function showDialog(
	title: string,
	lines: Children,
	label = '',
	style = '',
	task?: () => Promise<Outcome<unknown>>
): void {
	const opener = document.activeElement as HTMLElement;
	const refusal = E('p', { role: 'alert' });
	const close = () => {
		const back = document.getElementById(opener.id) ?? opener;

		ui.hideModal();
		back.focus();
		// What opened it may be gone with what it did.
		if (document.activeElement !== back) document.querySelector<HTMLElement>('.wps h2')!.focus();
	};
	const main = createButton(style, label, async () => {
		refusal.textContent = (await task!()).refusal ?? '';
		if (!refusal.textContent) close();
	});
	const leave = createButton('neutral', task ? _('Cancel') : _('Close'), close);

	main.type = 'submit';

	const dialog = ui.showModal(
		[E('bdi', { id: 'wps-title' }, [title])],
		[
			E('form', { class: 'wps', submit: (event: Event) => event.preventDefault() }, [
				...lines.map(line => E('p', {}, [line])),
				refusal,
				E('div', { class: 'right' }, task ? [leave, ' ', main] : [leave])
			])
		]
	);

	dialog.setAttribute('aria-labelledby', 'wps-title');
	(dialog.querySelector<HTMLElement>('input:checked, input[type=text]') ?? leave).focus();
}
