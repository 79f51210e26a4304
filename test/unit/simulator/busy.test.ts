import { deepEqual, equal, ok } from 'node:assert/strict';
import { UBUS, type Answer } from '../../router/bus';
import { SimulatedRouter, type RouterOptions } from '../../router/router';
import { bothBands, HIGH, HOME, house, LOW, wireless } from './house';

const PIN = '12345670';

/** A handler that waits for programs. */
const HANDLER = `'use strict';
return {
	'luci.wps': {
		run: {
			args: { argv: [], timeout: 0 },
			call: function(req) {
				const before = clock(true);
				const code = system(req.args.argv, req.args.timeout);
				const after = clock(true);
				return { code, took: (after[0] - before[0]) * 1000 + (after[1] - before[1]) / 1000000 };
			}
		}
	}
};
`;

function start(options: RouterOptions = {}) {
	const config = wireless(bothBands(HOME));
	const router = new SimulatedRouter({ config, plugin: { file: 'test.uc', source: HANDLER }, ...options });
	const run = (argv: string[], timeout: number) => {
		const { data } = router.call('luci.wps', 'run', { argv, timeout });
		return [data?.['code'], data?.['took']];
	};
	return { router, run };
}

describe('a program that takes its time', () => {
	it('hostapd -vwps: half a second is not enough for it, or nothing is', () => {
		const { router, run } = start({ versionDelay: 800 });
		const version = ['/usr/sbin/hostapd', '-vwps'];
		deepEqual(run(version, 500), [-9, 500]);
		deepEqual(run(version, 1000), [0, 800]);
		router.versionDelay = Infinity;
		deepEqual(run(version, 500), [-9, 500]);
		router.versionDelay = 0;
		deepEqual(run(version, 500), [0, 0]);
	});

	it('hostapd_cli waits ten seconds for a daemon that is busy', () => {
		const { router, run } = start();
		router.hostapd.hung = true;
		deepEqual(run(['/usr/sbin/hostapd_cli', '-i', LOW, 'wps_pin', 'any', PIN], 0), [254, 10_000]);
		deepEqual(run(['/usr/sbin/hostapd_cli', '-i', LOW, 'wps_pin', 'any', PIN], 300), [-9, 300]);
	});
});

describe('a daemon that answers too late obeys all the same', () => {
	it('a PIN that nobody waits for any more lets its device in', () => {
		const { router, run } = start();
		router.hostapd.hung = true;
		equal(run(['/usr/sbin/hostapd_cli', '-i', LOW, 'wps_pin', 'any', PIN, '120'], 900)[0], -9);
		const device = router.device('printer');
		device.joinByPin(PIN);
		router.advance(20);
		equal(device.state, 'scanning');
		router.hostapd.hung = false;
		router.advance(20);
		equal(device.state, 'joined');
	});

	it('what was asked is done in its order: a cancel behind it takes it back', () => {
		const { router } = start();
		router.hostapd.hung = true;
		for (const words of [['wps_pin', 'any', PIN, '120'], ['wps_cancel']]) router.shell('-i', LOW, ...words);
		router.hostapd.hung = false;
		equal(router.hostapd.bss(LOW)?.registrar?.pins.size, 0);
	});

	it('wps_start by ubus, after the caller gave up, hung or slow', () => {
		for (const kind of ['hung', 'slow'] as const) {
			const { router } = start();
			if (kind === 'hung') router.hostapd.hung = true;
			else router.hostapd.slow = 2000;
			let answer: Answer | null = null;
			router.bus.defer(`hostapd.${LOW}`, 'wps_start', {}, 1000, given => (answer = given));
			router.advance(1.5);
			deepEqual(answer, { code: UBUS.TIMEOUT });
			equal(router.hostapd.bss(LOW)?.registrar?.pbc, false);
			router.hostapd.hung = false;
			router.advance(1);
			equal(router.hostapd.bss(LOW)?.registrar?.pbc, true, kind);
		}
	});

	it('a slow one answers hostapd_cli in time, or obeys it later', () => {
		const { router, run } = start();
		router.hostapd.slow = 600;
		deepEqual(run(['/usr/sbin/hostapd_cli', '-i', LOW, 'wps_pbc'], 1000), [0, 600]);
		equal(router.hostapd.bss(LOW)?.registrar?.pbc, true);
		deepEqual(run(['/usr/sbin/hostapd_cli', '-i', HIGH, 'wps_pbc'], 500), [-9, 500]);
		equal(router.hostapd.bss(HIGH)?.registrar?.pbc, false);
		router.advance(1);
		equal(router.hostapd.bss(HIGH)?.registrar?.pbc, true);
	});

	it('a daemon that dies forgets what it was asked', () => {
		const { router } = start();
		let answer: Answer | null = null;
		router.hostapd.hung = true;
		router.bus.defer('hostapd', 'reload', {}, 20_000, given => (answer = given));
		router.advance(1);
		router.hostapd.restart();
		router.advance(10);
		equal(answer, null);
		router.advance(10);
		deepEqual(answer, { code: UBUS.TIMEOUT });
	});
});

describe('a log that is slow, or hangs', () => {
	it('answers late or never', () => {
		const { router } = start();
		const read = (timeout: number) => {
			let answer: Answer | null = null;
			router.bus.defer('log', 'read', { lines: 5, stream: false }, timeout, given => (answer = given));
			router.advance(timeout / 1000 + 1);
			return (answer as Answer | null)?.code;
		};
		equal(read(500), UBUS.OK);
		router.logd.slow = 700;
		deepEqual([read(500), read(1000)], [UBUS.TIMEOUT, UBUS.OK]);
		router.logd.hung = true;
		equal(read(5000), UBUS.TIMEOUT);
	});
});

describe('an access point with as many devices as it may have', () => {
	it('refuses an enrollee at authentication; WPS and the log say nothing', () => {
		const { router, ubus, state } = house(bothBands(HOME, { maxassoc: '1' }));
		const phone = router.device('phone', { bands: ['2g'] });
		phone.learn('Home', String(HOME['key']));
		equal(phone.reconnect(), true);
		const seen: string[] = [];
		router.hostapd.onNotify((object, type, { address }) => {
			if (object === `hostapd.${LOW}` && address !== phone.mac) seen.push(type);
		});
		ubus(LOW, 'wps_start');
		const lines = router.log.length;
		const printer = router.press('printer');
		router.advance(100);
		deepEqual([printer.state, state(LOW)], ['scanning', ['Active', 'None']]);
		deepEqual([...new Set(seen)], ['probe', 'auth']);
		equal(router.log.length, lines);
		phone.leave();
		router.advance(15);
		equal(printer.state, 'joined');
	});

	it('counts all on the radio where the radio has the limit', () => {
		const second = { ...HOME, device: 'radio0', ssid: 'Second' };
		const { router } = house({ ...bothBands(HOME), second });
		router.setOptions('radio0', { maxassoc: '1' });
		router.advance(10);
		const [phone, tablet] = [router.device('phone'), router.device('tablet', { bands: ['2g'] })];
		phone.learn('Second', String(HOME['key']));
		tablet.learn('Home', String(HOME['key']));
		deepEqual([phone.reconnect(), tablet.reconnect()], [true, false]);
		phone.leave();
		equal(tablet.reconnect(), true);
	});
});

describe('a PIN on two bands', () => {
	/** The PIN on both, and a device that joined with it on the first. */
	const after = (options: Record<string, string>) => {
		const { router, ubus } = house(bothBands(HOME, options));
		for (const ifname of [LOW, HIGH]) router.shell('-i', ifname, 'wps_pin', 'any', PIN, '120');
		const device = router.device('printer', { bands: ['2g'] });
		device.joinByPin(PIN);
		router.advance(10);
		ok(device.credential);
		const next = router.device('next', { bands: ['5g'] });
		next.joinByPin(PIN);
		router.advance(10);
		return { next: next.state, high: router.hostapd.bss(HIGH)?.registrar, ubus };
	};

	it('is left over on the other after a success, and lets the next device in, until it is cancelled', () => {
		equal(after({}).next, 'joined');
		const { router, ubus } = house(bothBands(HOME));
		router.shell('-i', HIGH, 'wps_pin', 'any', PIN, '120');
		ubus(HIGH, 'wps_cancel');
		equal(router.hostapd.bss(HIGH)?.registrar?.pins.size, 0);
	});

	it('is gone on all of a group', () => {
		const { next, high } = after({ wps_independent: '0' });
		deepEqual([next, high?.pins.size, high?.pinSelected], ['scanning', 0, false]);
	});
});
