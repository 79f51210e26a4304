import type { Problem } from '../contract/problem';
import type { Daemon } from '../contract/status';
import { PROBLEM_TEXTS } from './texts';

/** Told once, above the cards. */
export function isOfRouter({ code }: Problem): boolean {
	return ['no_daemon', 'daemon_without_wps', 'daemon_restart_needed'].includes(code);
}

/** `waits` takes the places where seconds count down. */
export function renderProblems(problems: Problem[], waits: Map<string, HTMLElement>): Children {
	waits.clear();

	const nodes: Node[] = problems.map(({ code, seconds }) => {
		const wait = E('span');

		if (seconds !== null) waits.set(code, wait);
		return E('p', {}, [PROBLEM_TEXTS[code] ?? code, ' ', wait]);
	});

	if (problems.some(({ fix }) => fix === 'wireless'))
		nodes.push(E('p', {}, [E('a', { href: L.url('admin/network/wireless') }, [_('Edit wireless network')])]));
	return nodes;
}

export function renderRemedy({ code, fix }: Problem, daemon: Daemon): Children {
	const lines: Children = [
		E('p', {}, [E('strong', {}, [PROBLEM_TEXTS[code]]), daemon.package ? ' (%s)'.format(daemon.package) : ''])
	];
	const steps =
		fix === 'package' && daemon.remedy
			? [
					E('p', {}, [
						_('Install a full wpad. Wi-Fi stops meanwhile, so be on a cable. On the command line:')
					]),
					E('pre', { class: 'wps-copy' }, [daemon.remedy.join('\n')]),
					E('p', {}, [
						E(
							'a',
							{ class: 'btn cbi-button', href: L.url('admin/system/package-manager') + '?query=wpad-' },
							[_('Install %s').format('wpad')]
						)
					])
				]
			: [];

	return [E('div', { class: 'alert-message warning' }, [...lines, ...steps])];
}
