import './builtins';
import { equal } from 'node:assert/strict';
import { PROBLEMS, type ProblemCode } from '../../../src/contract/problem';
import { isAble } from '../../../src/core/network-state';
import { network } from './networks';

/** Whether an access point with these problems could have WPS. */
const able = (...codes: ProblemCode[]) =>
	isAble({
		bss: network(),
		ready: false,
		problems: codes.map(code => ({
			code,
			severity: 'error',
			option: null,
			fix: PROBLEMS[code].fix,
			seconds: null,
			sections: ['home']
		}))
	});

describe('isAble', () => {
	it('one without problems is', () => equal(able(), true));
	it('one whose WPS is off, is not on the air or has a window is', () =>
		equal(able('wps_disabled', 'not_on_air', 'window_open'), true));
	it('one that is full is: devices leave again', () => equal(able('full'), true));
	it('one that is hidden is not', () => equal(able('hidden_ssid'), false));
	it('one that is full and hidden is not', () => equal(able('full', 'hidden_ssid'), false));
});
