import type { Problem } from '../contract/problem';
import { explain } from './explain';
import { join, renderSection, repaint } from './paint';

/** A command as it is, however narrow the page; one press marks it all. */
const PLAIN = 'white-space: pre-wrap; overflow-wrap: anywhere; user-select: all';

/**
 * How to get Wi-Fi software that can do WPS, the first step first: in place of the first box.
 * @param remedy  the commands that do it, where they are known
 */
export async function showRemedy(node: Element, trouble: Problem, remedy: string[] | null): Promise<void> {
	const [text] = explain(trouble);
	const steps = [
		[_('Connect your computer to the router by cable: Wi-Fi is gone for a minute.')],
		[_('Run this on the command line of the router:'), E('pre', { style: PLAIN }, [join(remedy ?? [], '\n')])],
		[_('When the router is back, open this page again.')]
	];
	const list = steps.map(step => E('li', { style: 'color: inherit' }, step));

	repaint(node, [text, remedy], () => [
		renderSection(_('WPS needs other software'), [E('p', {}, [text]), remedy ? E('ol', {}, list) : ''], 'wps-box')
	]);
}
