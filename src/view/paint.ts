const painted = new WeakMap<Element, string>();

/** What a subject has that passes by itself, or is shown elsewhere. */
const PASSING = ['now', 'seconds', 'session'];

/**
 * Builds the content of a node anew, or has it built, but only when its subject has changed. A button in it that has the focus is found
 * again by its id.
 */
export function repaint(node: Element, subject: unknown, build: () => Children | void): void {
	const key = JSON.stringify(subject, (name, value) => (PASSING.includes(name) ? null : value));
	const focused = document.activeElement!;

	if (painted.get(node) === key) return;
	painted.set(node, key);

	const parts = build();

	if (parts) node.replaceChildren(...parts);
	if (!focused.isConnected) document.getElementById(focused.id)?.focus();
}

/** Writes a text, but only when it is another: who selects it keeps the selection. */
export function write(node: Element, text: string): void {
	if (node.textContent !== text) node.textContent = text;
}

/** Shows a part or not; its room is kept. */
export function show(part: Element, isShown: unknown): void {
	part.classList.toggle('wps-off', !isShown);
}

/** Seconds as `1:05`. */
export function clockText(seconds: number): string {
	return '%d:%02d'.format(seconds / 60, seconds % 60);
}

/** What is left until a moment of this page's clock, in whole seconds. */
export function secondsLeft(until: number): number {
	return Math.max(0, Math.ceil((until - performance.now()) / 1000));
}

/** One text of those that say something. */
export function join(texts: (string | number | false | null | undefined)[], separator = ' '): string {
	return texts.filter(Boolean).join(separator);
}

/** A part of the page. */
export function renderSection(title: string, parts: Children, style = ''): HTMLElement {
	return E('section', { class: 'cbi-section ' + style, 'aria-label': title }, [E('h3', {}, [title]), ...parts]);
}

/** One setting, in the way of LuCI's forms. */
export function renderSetting(title: Children, field: Children, hint = ''): HTMLElement {
	return E('div', { class: 'cbi-value', title: hint }, [
		E('label', { class: 'cbi-value-title' }, title),
		E('div', { class: 'cbi-value-field' }, field)
	]);
}

/** What is said besides. */
export function renderQuiet(text: string): HTMLElement {
	return E('div', { class: 'wps-quiet' }, [text]);
}
