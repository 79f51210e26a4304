import ui from 'luci:ui';
import type { Outcome } from './service';

/**
 * A button that runs its task once at a time: a double click, or Enter held or pressed twice, counts once.
 * It spins meanwhile, and is not disabled, which would lose it the focus.
 * @param style  LuCI's word for it: apply, negative, remove, neutral, or link for a quiet one
 */
export function createButton(style: string, label: string, task: () => unknown): HTMLButtonElement {
	let busy: string | null = null;
	let last = -500;
	const button = E(
		'button',
		{
			class: 'btn cbi-button cbi-button-' + style,
			click: async (event: MouseEvent) => {
				const again = event.detail > 1 || (!event.detail && event.timeStamp - last < 500);

				last = event.timeStamp;
				if (busy || again) return;

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

/** What a dialog is for: its main button. */
interface DialogAction {
	label: string;
	style: string;
	task: () => Promise<Outcome<unknown>>;
}

/**
 * A dialog with these lines and, beside the button that leaves it, one that acts: it stays open while
 * the action is refused, says why, and gives the focus back when it closes.
 */
export function showDialog(title: string, lines: Children, action?: DialogAction): void {
	const opener = document.activeElement as HTMLElement;
	const refusal = E('p', { role: 'alert' });
	const close = () => {
		ui.hideModal();
		opener.focus();
	};
	const cancel = createButton('neutral', action ? _('Cancel') : _('Close'), close);
	const buttons: (Node | string)[] = [cancel];

	if (action)
		buttons.push(
			' ',
			createButton(action.style, action.label, async () => {
				refusal.textContent = (await action.task()).refusal ?? '';
				if (!refusal.textContent) close();
			})
		);
	cancel.type = 'button';
	ui.showModal(
		[E('span', { id: 'wps-title' }, [title])],
		[
			E('form', { submit: (event: Event) => event.preventDefault() }, [
				...lines.map(line => E('p', {}, [line])),
				refusal,
				E('div', { class: 'right' }, buttons)
			])
		]
	).setAttribute('aria-labelledby', 'wps-title');
	(document.querySelector<HTMLElement>('#modal_overlay input') ?? cancel).focus();
}
