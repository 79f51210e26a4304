import ui from 'luci:ui';
import type { Outcome } from './service';

/** Can't fire twice, not by a double click either. */
export function createButton(style: string, label: string, task: () => unknown): HTMLButtonElement {
	let busy: string | null = null;
	const button = E(
		'button',
		{
			class: 'btn cbi-button cbi-button-%s'.format(style),
			click: async (event: MouseEvent) => {
				if (busy || event.detail > 1) return;

				// switched off for real, it would lose the focus
				busy = button.ariaDisabled = 'true';
				button.classList.add('spinning');
				await task();
				busy = button.ariaDisabled = null;
				button.classList.remove('spinning');
			}
		},
		[label]
	);

	return button;
}

export function createRefusal(): HTMLElement {
	return E('p', { class: 'wps-refusal', role: 'alert' });
}

/** The dialog stays open while its action is refused, and gives the focus back when it closes. */
interface DialogAction {
	label: string;
	style: string;
	task: () => Promise<Outcome<unknown>>;
}

export function showDialog(title: string, body: Children, action?: DialogAction): void {
	const opener = document.activeElement as HTMLElement;
	const refusal = createRefusal();
	const close = () => {
		ui.hideModal();
		opener.focus();
	};
	const buttons = [createButton('neutral', action ? _('Cancel') : _('Close'), close)];

	buttons[0]!.type = 'button';
	if (action)
		buttons.push(
			createButton(action.style, action.label, async () => {
				refusal.textContent = (await action.task()).refusal ?? '';
				if (!refusal.textContent) close();
			})
		);

	ui.showModal(title, [
		E('form', { submit: (event: Event) => event.preventDefault() }, [
			...body,
			refusal,
			E(
				'div',
				{ class: 'right' },
				buttons.flatMap(button => [button, ' '])
			)
		])
	]);
	(document.querySelector<HTMLElement>('#modal_overlay input') ?? buttons[0]!).focus();
}
