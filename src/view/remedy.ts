import type { Status } from '../contract/status';
import { join, renderSection, write } from './paint';
import { isOfRouter } from './problems';
import { PROBLEM_TEXTS } from './texts';

/** How to get Wi-Fi software that can do WPS: in place of the first box, the first step first. */
export function createRemedy() {
	const about = E('p');
	const commands = E('pre');
	const steps = E('ol', {}, [
		E('li', {}, [_('Connect your computer to the router by cable: Wi-Fi is gone for a minute.')]),
		E('li', {}, [_('Run this on the command line of the router:'), commands]),
		E('li', {}, [_('When the router is back, open this page again.')])
	]);
	const node = renderSection(_('WPS needs other software'), [about, steps], 'wps-box');

	return {
		node,

		update({ networks, daemon: { remedy } }: Status): void {
			const trouble = networks.flatMap(({ problems }) => problems).find(isOfRouter);

			node.hidden = !trouble;
			steps.hidden = !remedy;
			write(about, trouble ? PROBLEM_TEXTS[trouble.code] : '');
			write(commands, join(remedy ?? [], '\n'));
		}
	};
}
