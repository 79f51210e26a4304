/**
 * A button that runs its task once at a time: a double click, or Enter held or pressed twice, counts once.
 * @param id  by which one that takes the place of another gets its focus
 * @param style  LuCI's word for it: action important, negative, remove, neutral, or link for a quiet one
 */
export function createButton(style: string, label: string, task: () => unknown, id?: string): HTMLButtonElement {
	let last = NaN;
	// Not ui.createHandlerFn: a button that is disabled while it works loses the focus, and with it whoever has no mouse.
	const button = E(
		'button',
		{
			class: 'btn cbi-button cbi-button-' + style,
			type: 'button',
			id: id ?? null,
			click: async (event: MouseEvent) => {
				const isAgain = event.detail > 1 || (!event.detail && event.timeStamp - last < 500);

				last = event.timeStamp;
				if (isAgain || button.ariaDisabled) return;

				button.ariaDisabled = 'true';
				button.classList.add('spinning');
				await task();
				button.ariaDisabled = null;
				button.classList.remove('spinning');
			}
		},
		[label]
	);

	return button;
}

/** One of several that exclude one another, or one that stands alone. */
export function createChoice(
	type: 'radio' | 'checkbox',
	id: string,
	isChosen: boolean,
	label: Children,
	pick: (isChosen: boolean) => unknown
): HTMLElement {
	const input: HTMLInputElement = E('input', {
		type,
		id,
		name: 'wps-choice',
		checked: isChosen ? '' : null,
		change: () => pick(input.checked)
	});

	return E('label', {}, [input, E('span', {}, label)]);
}

/** The way to LuCI's settings: a navigation, as its dialogs have no addresses. */
export function renderLink(): HTMLElement {
	return E('a', { class: 'cbi-button-link', href: L.url('admin/network/wireless') }, [_('Wireless settings')]);
}
