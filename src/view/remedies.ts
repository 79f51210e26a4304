import type { Problem } from '../contract/problem';
import type { Daemon } from '../contract/status';
import { createButton } from './action';
import { join, renderBox } from './paint';
import { DOWNGRADE_NOTE } from './switch';
import { PROBLEM_TEXTS } from './texts';

/** The same on every network: told once, above the cards. */
export function isOfRouter({ code }: Problem): boolean {
	return code.includes('daemon');
}

/** What stands in the way on one network, with a place for the time that is left where waiting helps. */
export function renderProblems(problems: Problem[]): Children {
	return problems.map(({ code, seconds, fix, option }) =>
		E('p', {}, [
			PROBLEM_TEXTS[code] ?? code,
			' ',
			code === 'not_persistent' && !fix
				? _('This page cannot change that, because the network uses the setting %s.').format(option!)
				: E('span', { 'data-wait': seconds === null ? null : code })
		])
	);
}

/**
 * How to get access point software with WPS.
 * @param enabled  a network of this router has WPS on
 */
export function renderRemedy({ code, fix }: Problem, { package: name, remedy }: Daemon, enabled: boolean): Children {
	const commands = E('pre', {}, [remedy?.join('\n') ?? '']);
	const lines: Children[] = [[join([PROBLEM_TEXTS[code], name && '(%s)'.format(name)])]];

	if (fix === 'package' && enabled) lines.push([DOWNGRADE_NOTE]);
	if (fix === 'package' && remedy)
		lines.push(
			[_('Install a full wpad. Wi-Fi stops meanwhile, so connect by cable. On the command line:')],
			[commands],
			[
				createButton('neutral', _('Copy'), () => {
					getSelection()!.selectAllChildren(commands);
					/** navigator.clipboard needs https. */
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
