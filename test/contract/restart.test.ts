import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import type { Operation } from '../router/files';
import { accepted, onSimulator, small, type TestRouter } from './target';

const STATE = '/var/run/luci-wps.json';

/** What the state file holds; raises when that is not whole. */
const written = (router: TestRouter) => JSON.parse(router.files.text(STATE) ?? 'null');

describe('a restart of rpcd', () => {
	const lives: [string, (router: TestRouter) => void][] = [
		['an orderly one', router => router.rpcd.restart()],
		[
			'kill -9',
			router => {
				router.mayCrash = true;
				router.rpcd.kill();
				router.rpcd.start();
			}
		],
		[
			'ten seconds without rpcd',
			router => {
				router.rpcd.stop();
				router.advance(10);
				router.rpcd.start();
			}
		]
	];
	for (const [how, restart] of lives) {
		onSimulator(`leaves a waiting window as it is, and follows it: ${how}`, () => {
			const router = small();
			const before = router.open();
			router.advance(30);
			const began = router.clock.monotonic();
			restart(router);
			const away = (router.clock.monotonic() - began) / 1000;
			deepEqual(router.session, { ...before, remaining: 90 - away });
			router.press('printer');
			const joined = router.reach('joined');
			deepEqual([joined.id, joined.started], [before.id, before.started]);
			deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);
		});

		onSimulator(`leaves a window with a device in it: ${how}`, () => {
			const router = small();
			const { id } = router.open();
			router.press('printer');
			router.reach('connecting');
			restart(router);
			deepEqual([router.session.id, router.session.state], [id, 'connecting']);
			equal(router.reach('joined').id, id);
			equal(router.session.peer?.mac, '02:00:5e:00:53:10');
		});

		onSimulator(`leaves a success whose device may still return: ${how}`, () => {
			const router = small();
			const { id } = router.open();
			router.press('lamp', 'join then forget');
			const { ended } = router.reach('success');
			restart(router);
			deepEqual([router.session.id, router.session.state, router.session.reason], [id, 'success', null]);
			router.advance(32);
			deepEqual([router.session.reason, router.session.ended], ['not_connected', ended]);
		});

		onSimulator(`leaves what has ended, and follows nothing: ${how}`, () => {
			const router = small();
			router.open();
			router.press('printer');
			router.reach('joined');
			router.open();
			router.cancel();
			const before = router.history();
			restart(router);
			deepEqual(router.history(), before);
			deepEqual(router.ap().session, before[0]);
			// One look after the start, to see that the files are right.
			router.advance(4);
			deepEqual(
				router.counted(() => router.advance(60)),
				[]
			);
			notEqual(router.open().id, before[0]?.id);
		});

		onSimulator(`leaves an external window: ${how}`, () => {
			const router = small();
			router.pressStockButton();
			const { id } = router.ap().session;
			restart(router);
			deepEqual([router.ap().session.id, router.session.origin, router.history().length], [id, 'external', 1]);
			equal(router.reach('timeout').id, id);
		});

		onSimulator(`leaves an overlap: ${how}`, () => {
			const router = small();
			router.open();
			router.press('one');
			router.press('two');
			router.reach('overlap');
			restart(router);
			ok(router.problems().includes('overlap'));
		});
	}

	describe('in whose middle the window ended', () => {
		const ends: [string, string, string | null, (router: TestRouter) => void][] = [
			['its time ran out', 'timeout', null, router => router.advance(130)],
			[
				'a device joined',
				'joined',
				null,
				router => {
					router.press('printer');
					router.advance(20);
				}
			],
			[
				'somebody cancelled',
				'cancelled',
				'elsewhere',
				router => {
					router.shell('-i', 'phy0-ap0', 'wps_cancel');
					router.advance(5);
				}
			],
			[
				'two devices asked',
				'overlap',
				'several_devices',
				router => {
					router.press('one');
					router.press('two');
					router.advance(5);
				}
			],
			[
				'hostapd restarted',
				'lost',
				'daemon_restarted',
				router => {
					router.hostapd.restart();
					router.advance(20);
				}
			],
			[
				'the access point went away',
				'lost',
				'access_point_gone',
				router => {
					router.hostapd.kill();
					router.advance(5);
				}
			]
		];
		for (const [what, state, reason, meanwhile] of ends)
			onSimulator(`tells so: ${what}`, () => {
				const router = small();
				const { id } = router.open();
				router.advance(5);
				router.rpcd.stop();
				meanwhile(router);
				router.rpcd.start();
				router.advance(5);
				deepEqual([router.session.id, router.session.state, router.session.reason], [id, state, reason]);
				deepEqual(
					router.counted(() => router.advance(60)),
					[]
				);
			});
	});
});

describe('the state file', () => {
	onSimulator('has mode 0600, in RAM, and lies there alone', () => {
		const router = small();
		router.open();
		deepEqual(router.files.attributes(STATE), { mode: 0o600, uid: 0, gid: 0 });
		deepEqual(
			router.files.paths('/var/run').filter(path => path.includes('luci-wps')),
			[STATE]
		);
	});

	for (const [operation, path] of [
		['write', `${STATE}.new`],
		['chmod', `${STATE}.new`],
		['rename', STATE],
		['rename', `${STATE}.new`]
	] as [Operation, string][])
		for (const errno of ['EIO', 'ENOSPC'] as const)
			onSimulator(`stays the old one, whole, when ${operation} of ${path} fails with ${errno}`, () => {
				const router = small();
				const { id } = router.open();
				const before = router.files.text(STATE);
				router.files.failNext(operation, path, errno);
				equal(router.cancel()?.state, 'cancelled');
				if (!router.files.pendingFailures) {
					const now = router.files.text(STATE);
					ok(now === before || written(router).windows[0].session.state === 'cancelled');
				}
				equal(router.session.id, id);
				// The next change brings it up to date.
				router.open();
				equal(written(router).windows.length, 2);
				router.rpcd.restart();
				deepEqual(
					router.history().map(session => session.state),
					['waiting', 'cancelled']
				);
			});

	onSimulator('can not be written at all: everything works but for a restart', () => {
		const broken: [string, (router: TestRouter) => void][] = [
			['read-only', ({ files }) => (files.readOnly = ['/var/run'])],
			['full', ({ files }) => (files.space = 0)]
		];
		for (const [what, spoil] of broken) {
			const router = small();
			const before = router.files.text(STATE);
			spoil(router);
			router.open();
			router.press('printer');
			router.reach('success');
			equal(router.files.text(STATE), before, what);
			deepEqual(
				router.files.paths('/var/run').filter(path => path.endsWith('.new')),
				[],
				what
			);
		}
	});

	onSimulator('is the old or the new one wherever rpcd dies', () => {
		// Every effect of a start, and of the cancel that follows.
		for (const first of ['start', 'cancel']) {
			for (let step = 1; ; step++) {
				const router = small();
				router.mayCrash = true;
				if (first === 'cancel') router.open();
				const before = router.files.text(STATE);
				router.rpcd.kill(step);
				const sent = router.send(first);
				router.clock.advance(500);
				const died = router.rpcd.crashed !== null;
				router.rpcd.spare();
				if (router.files.has(STATE)) ok(Array.isArray(written(router).windows), router.files.text(STATE) ?? '');
				else equal(before, null);
				if (!died) {
					accepted(sent.result);
					ok(step > 3, `${first} has ${step} steps`);
					break;
				}
				router.rpcd.start();
				// Whatever was lost: what hostapd does is what is shown.
				equal(router.anyOpen, router.pbc() === 'Active', `${first}, step ${step}`);
				if (first === 'cancel') equal(router.history().length, 1);
				router.advance(2);
				if (router.anyOpen) router.cancel();
				router.open();
				router.press('printer');
				router.reach('joined');
				deepEqual(router.files.attributes(STATE)?.mode, 0o600);
			}
		}
	});

	for (const [what, text] of [
		['empty', ''],
		['torn', '{"windows":[{"id":"17900'],
		['no JSON', 'hello'],
		['null', 'null'],
		['a number', '42'],
		['a text', '"windows"'],
		['a list', '[]'],
		['a table without members', '{}'],
		['the windows alone', '{"windows":[]}'],
		['windows and tasks alone', '{"windows":[],"tasks":{}}'],
		['members of other types', '{"windows":{},"overlaps":[],"stuck":1,"tasks":"x","counter":"y"}'],
		['other types in a table that fits', '{"windows":[],"overlaps":[],"stuck":null,"tasks":{},"counter":null}'],
		['windows that are none', '{"windows":[null,1,"x",[],{}],"overlaps":{},"stuck":{},"tasks":{},"counter":3}'],
		['sessions that are none', '{"windows":[],"past":[null,1,"x",[],{}],"overlaps":{},"stuck":{},"tasks":{}}'],
		['tasks that are none', '{"windows":[],"overlaps":{},"stuck":{},"tasks":{"home":null},"counter":3}'],
		['binary', '\u0000\u0001\ufffd']
	] as const)
		onSimulator(`is ignored when it is ${what}`, () => {
			const handler = small();
			handler.files.put(STATE, text, { mode: 0o600 });
			handler.rpcd.restart();
			equal(handler.aps[0].ready, true);
			deepEqual(handler.history(), []);
			const { id } = handler.open();
			ok(id);
			handler.press('printer');
			handler.reach('joined');
			equal(written(handler).windows.length, 1);
			equal(handler.call('disable', { section: 'home' }).code, 0);
		});

	onSimulator('is ignored when it can not be read', () => {
		const router = small();
		router.open();
		router.rpcd.stop();
		router.files.failNext('read', STATE);
		router.rpcd.start();
		equal(router.ap().session.origin, 'external');
	});
});
