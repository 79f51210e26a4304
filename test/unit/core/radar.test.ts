import './builtins';
import { equal } from 'node:assert/strict';
import { radarTime } from '../../../src/core/radar';

describe('how long an access point listens for radar', () => {
	for (const [channel, seconds] of [
		[48, 0],
		[52, 60],
		[116, 60],
		[120, 600],
		[128, 600],
		[132, 60],
		[144, 60],
		[149, 0],
		[null, 60]
	] as const)
		it(`on channel ${channel}: ${seconds} s`, () => equal(radarTime(channel) / 1000, seconds));
});
