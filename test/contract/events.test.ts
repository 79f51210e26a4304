import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { runUcode } from '../router/ucode/index';
import { accepted, HOME, onSimulator, refused, SESSION_FIELDS, small, wireless, TestRouter, RADIO0 } from './target';

/** A way to an end, and the types that it tells of, in order. */
const STORIES: [string[], (router: TestRouter) => void][] = [
	[
		['started', 'connecting', 'success', 'joined'],
		router => {
			router.open();
			router.press('printer');
			router.reach('joined');
		}
	],
	[
		['started', 'timeout'],
		router => {
			router.open();
			router.reach('timeout');
		}
	],
	[
		['started', 'overlap'],
		router => {
			router.open();
			router.press('one');
			router.press('two');
			router.reach('overlap');
		}
	],
	[
		['started', 'cancelled'],
		router => {
			router.open();
			router.cancel();
		}
	],
	[
		['started', 'connecting', 'failed'],
		router => {
			router.open({ pin: '12345670' });
			router.device('printer').joinByPin('00000000');
			router.reach('failed');
		}
	],
	[
		['started', 'lost'],
		router => {
			router.open();
			router.hostapd.kill();
			router.advance(2);
		}
	],
	[
		['started', 'connecting', 'success'],
		router => {
			router.open();
			router.press('lamp', 'join then forget');
			router.advance(60);
		}
	]
];

describe('events', () => {
	for (const [types, live] of STORIES)
		onSimulator(`tell each change once, on the bus and in syslog: ${types.join(', ')}`, () => {
			const router = small();
			live(router);
			router.advance(5);
			deepEqual(router.told, types);
			for (const event of router.handlerEvents) {
				deepEqual(Object.keys(event).sort(), ['session', 'type']);
				const session: any = event['session'];
				deepEqual(Object.keys(session).sort(), [...SESSION_FIELDS].sort());
				equal(session.id, router.session.id);
				equal(session.state, event['type'] === 'started' ? 'waiting' : event['type']);
			}
			for (const line of router.lines) match(line, /^(user\.notice rpcd: |daemon\.notice )luci\.wps: [^\n]+$/);
			for (const type of types)
				equal(
					router.lines.filter(line => line.includes(`: ${type}`)).length,
					1,
					`${type} in\n${router.lines.join('\n')}`
				);
		});

	onSimulator('say why a window ended, where there is more to say than that it did', () => {
		const router = small();
		router.open();
		router.cancel();
		router.open();
		router.hostapd.bss('phy0-ap0')?.takeDown();
		router.advance(2);
		const ends = router.lines.flatMap(line => /: ((?:lost|cancelled)[^,\n]*)/.exec(line)?.[1] ?? []);
		deepEqual(ends, ['cancelled', 'lost (access_point_gone)']);
	});

	onSimulator('of enable and disable carry the job', () => {
		const router = small({ wps_pushbutton: '0' });
		router.call('enable', { section: 'home' });
		router.advance(20);
		router.call('disable', { section: 'home' });
		router.advance(20);
		deepEqual(router.told, ['enabled', 'disabled']);
		for (const { job } of router.handlerEvents as any[])
			deepEqual([job.sections, job.state, job.code], [['home'], 'done', null]);
	});

	onSimulator('are not sent for what changed nothing', () => {
		const router = small();
		router.status();
		router.history();
		router.cancel();
		refused(router.call('start', { ifname: 'wlan9' }), 'unknown_target');
		deepEqual([router.told, router.lines], [[], []]);
	});

	onSimulator('say who asked: root in a shell', () => {
		const router = small();
		router.open();
		router.cancel();
		ok(
			router.lines.some(line => /started.*by root$/.test(line)),
			router.lines.join('\n')
		);
		ok(
			router.lines.some(line => /cancel.*by root$/.test(line)),
			router.lines.join('\n')
		);
	});

	onSimulator('say who asked: the name of the LuCI login, that of each caller', async () => {
		const router = small(
			{},
			{ logins: { alice: { read: ['*'], write: ['*'] }, bob: { read: ['*'], write: ['*'] } } }
		);
		const [alice, bob] = [router.login('alice'), router.login('bob')];
		accepted(await router.post(alice, 'start'));
		accepted(await router.post(bob, 'cancel'));
		ok(
			router.lines.some(line => /started.*by alice$/.test(line)),
			router.lines.join('\n')
		);
		ok(
			router.lines.some(line => /cancel.*by bob$/.test(line)),
			router.lines.join('\n')
		);
		equal(router.log.join('\n').includes(alice), false);
	});

	onSimulator('say nobody for what came from outside', () => {
		const router = small();
		router.pressStockButton();
		router.status();
		ok(!router.lines.some(line => line.includes(', by ')), router.lines.join('\n'));
	});

	onSimulator('reach only those who may: a read-only login starts nothing', async () => {
		const router = small();
		const reader = router.login('reader');
		equal((await router.post(reader, 'start')).code, -32002);
		equal((await router.post(reader, 'cancel')).code, -32002);
		equal((await router.post(reader, 'status')).code, 0);
		deepEqual(router.told, []);
	});

	onSimulator('go through logger where ucode has no log module (22.03), the text as one argument', () => {
		const router = new TestRouter({
			config: wireless({ radio0: RADIO0, home: { ...HOME, ssid: '$(reboot) `x` "y"' } }),
			runPlugin: (source, file, host) => {
				const { log: _log, ...modules } = host.modules;
				return runUcode(source, file, { ...host, modules });
			}
		});
		router.open();
		const [, ...ran] = router.programs.filter(([name]) => name !== '/usr/sbin/hostapd');
		equal(ran.length, 0);
		match(router.lines.join('\n'), /^daemon\.notice luci\.wps: WPS on "\$\(reboot\) `x` "y"".*started.*by root$/);
	});

	onSimulator('let no name from the air write a line of its own', () => {
		const router = small();
		const device = router.device('printer');
		router.open();
		device.pressButton('join');
		router.files.put('/tmp/dhcp.leases', `1 ${device.mac} 192.168.1.9 evil\u001b[31m\u0007%s%n x\n`);
		router.reach('joined');
		for (const line of router.lines)
			ok(
				[...line].every(character => character >= ' '),
				line
			);
	});

	onSimulator('are of the types that the contract names, and no other', () => {
		const types = 'started connecting success joined timeout overlap cancelled failed lost enabled disabled'.split(
			' '
		);
		const seen = new Set(STORIES.flatMap(([told]) => told).concat('enabled', 'disabled'));
		deepEqual([...seen].sort(), [...types].sort());
	});
});
