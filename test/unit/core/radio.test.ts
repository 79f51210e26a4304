import './builtins';
import { equal } from 'node:assert/strict';
import type { Software } from '../../../src/contract/bss';
import { bandOf } from '../../../src/core/wireless/radio';
import { UCODE } from './networks';

const SHELL: Software = { netifd: 'c', scripts: 'shell', uuid: false, dpp: false };

describe('bandOf', () => {
	const cases: [options: Record<string, string>, shell: string | null, ucode: string | null][] = [
		[{ band: '5g', hwmode: '11g' }, '5g', '5g'],
		[{ band: '60g', hwmode: '11a' }, null, null],
		// A word that is no band: the shell scripts go on to the mode, those in ucode do not.
		[{ band: '5 GHz', hwmode: '11a' }, '5g', null],
		[{ hwmode: '11a' }, '5g', '5g'],
		[{ hwmode: 'ad' }, null, null],
		[{ hwmode: '11na', channel: '36' }, '5g', '2g'],
		[{ hwmode: '11na', channel: '14' }, '2g', '2g'],
		[{}, '2g', '2g']
	];
	for (const [options, shell, ucode] of cases)
		it(`${JSON.stringify(options)}: ${shell} by the shell, ${ucode} by ucode`, () => {
			equal(bandOf(options, SHELL), shell);
			equal(bandOf(options, UCODE), ucode);
		});
});
