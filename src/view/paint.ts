const painted = new WeakMap<Element, string>();

/** Builds the content of a node anew, but only when its subject has changed: a poll takes no focus. Nothing for a false subject. */
export function repaint(node: Element, subject: unknown, build: () => Children): void {
	const key = JSON.stringify(subject);

	if (painted.get(node) === key) return;
	painted.set(node, key);
	node.replaceChildren(...(subject ? build() : []));
}

/** What is left of `seconds` that were told at the moment `since` (performance.now()), in whole seconds. */
export function secondsLeft(seconds: number, since: number): number {
	return Math.max(0, Math.ceil(seconds - (performance.now() - since) / 1000));
}

/** Seconds as `1:05`. */
export function clockText(seconds: number): string {
	return '%d:%02d'.format(seconds / 60, seconds % 60);
}

/** One text of those that say something. */
export function join(texts: (string | number | false | null | undefined)[], separator = ' '): string {
	return texts.filter(Boolean).join(separator);
}

/** LuCI's coloured box, one paragraph a line. */
export function renderBox(look: string, lines: Children[]): Node {
	return E(
		'div',
		{ class: 'alert-message ' + look },
		lines.map(line => E('p', {}, line))
	);
}
