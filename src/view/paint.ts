const painted = new WeakMap<Element, string>();

/** Only when the subject has changed: a poll takes no focus. */
export function repaint(node: Element, subject: unknown, build: () => Children): void {
	const key = JSON.stringify(subject);

	if (painted.get(node) === key) return;
	painted.set(node, key);
	node.replaceChildren(...(subject ? build() : []));
}

export function secondsLeft(seconds: number, since: number): number {
	return Math.max(0, Math.ceil(seconds - (performance.now() - since) / 1000));
}

export function clockText(seconds: number): string {
	return '%d:%02d'.format(seconds / 60, seconds % 60);
}

export function join(texts: (string | number | false | null | undefined)[], separator = ' '): string {
	return texts.filter(Boolean).join(separator);
}

export function renderBox(look: string, lines: Children[]): Node {
	return E(
		'div',
		{ class: 'alert-message %s'.format(look) },
		lines.map(line => E('p', {}, line))
	);
}
