import type { Status } from '../contract/status';
import { join, renderSection } from './paint';
import { isOfRouter } from './problems';
import { PROBLEM_TEXTS } from './texts';

/** How to get Wi-Fi software that can do WPS: in place of the first box, the first step first; nothing where it is there. */
export function renderRemedy({ networks, daemon: { remedy } }: Status): Children {
	const trouble = networks.flatMap(({ problems }) => problems).find(isOfRouter);
	const steps = [
		[_('Connect your computer to the router by cable: Wi-Fi is gone for a minute.')],
		[_('Run this on the command line of the router:'), E('pre', {}, [join(remedy ?? [], '\n')])],
		[_('When the router is back, open this page again.')]
	];

	if (!trouble) return [];
	return [
		renderSection(
			_('WPS needs other software'),
			[
				E('p', {}, [PROBLEM_TEXTS[trouble.code]]),
				remedy
					? E(
							'ol',
							{},
							steps.map(step => E('li', {}, step))
						)
					: ''
			],
			'wps-box'
		)
	];
}
