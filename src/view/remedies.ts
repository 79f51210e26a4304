import type { Problem } from '../contract/problem';
import type { Daemon } from '../contract/status';
import { createButton } from './action';
import { join, renderBox } from './paint';
import { PROBLEM_TEXTS } from './texts';

export function isOfRouter({ code }: Problem): boolean {
	return ['no_daemon', 'daemon_without_wps', 'daemon_restart_needed'].includes(code);
}

export function renderProblems(problems: Problem[], waits: Map<string, HTMLElement>): Children {
	waits.clear();

	const nodes: Node[] = problems.map(({ code, seconds, fix, option }) => {
		const wait = E('span');

		if (seconds !== null) waits.set(code, wait);
		return E('p', {}, [
			PROBLEM_TEXTS[code] ?? code,
			' ',
			code === 'not_persistent' && !fix
				? _('This page can not change that, because the network uses %s.').format(option!)
				: wait
		]);
	});

	if (problems.some(({ fix }) => fix === 'wireless'))
		nodes.push(E('p', {}, [E('a', { href: L.url('admin/network/wireless') }, [_('Edit wireless network')])]));
	return nodes;
}

export function renderRemedy({ code, fix }: Problem, { package: name, remedy }: Daemon): Children {
	const commands = E('pre', {}, [remedy?.join('\n') ?? '']);
	const lines: Children[] = [[join([PROBLEM_TEXTS[code], name && '(%s)'.format(name)])]];

	if (fix === 'package' && remedy)
		lines.push(
			[_('Install a full wpad. Wi-Fi stops meanwhile, so be on a cable. On the command line:')],
			[commands],
			[
				createButton('neutral', _('Copy'), () => {
					getSelection()!.selectAllChildren(commands);
					// navigator.clipboard needs https
					document.execCommand('copy');
				}),
				' ',
				E('a', { class: 'btn cbi-button', href: L.url('admin/system/package-manager') + '?query=wpad-' }, [
					_('Install %s').format('wpad')
				])
			]
		);
	return [renderBox('warning', lines)];
}
