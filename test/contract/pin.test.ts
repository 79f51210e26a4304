import { deepEqual, equal, ok } from 'node:assert/strict';
import { accepted, onSimulator, refused, safeOnRouter, small, type TestRouter } from './target';

const PIN = '12345670';

/** What hostapd_cli was run with. */
const ran = (router: TestRouter) => router.programs.filter(([name]) => name?.includes('hostapd_cli'));

/** Everything that anybody could read. */
function everything(router: TestRouter): string {
	const kept = router.files.paths('/').filter(path => path !== '/etc/config/wireless');
	return JSON.stringify([
		router.log.filter(line => !line.includes('hostapd: ')),
		router.events,
		router.rpcd.stderr,
		kept.map(path => router.files.text(path)),
		router.call('status'),
		router.call('history'),
		router.call('start', { pin: '12345671' }),
		router.call('start', { pin: PIN, mac: 'x' })
	]);
}

describe('check_pin', () => {
	const table: [string, string | null][] = [
		['12345670', '12345670'],
		['1234-5670', '12345670'],
		['1234 5670', '12345670'],
		[' 12345670 ', '12345670'],
		['12.34.56.70', '12345670'],
		['00000000', '00000000'],
		['1234', '1234'],
		['12-34', '1234'],
		['0000', '0000'],
		['12345671', null],
		['12345678', null],
		['1234567', null],
		['123456700', null],
		['123', null],
		['12345', null],
		['abcd', null],
		['1234567O', null],
		['１２３４５６７０', null],
		['x'.repeat(4000), null],
		['-1', null],
		['12345670; reboot', '12345670']
	];
	for (const [text, pin] of table)
		safeOnRouter(`${JSON.stringify(text.slice(0, 20))} is ${pin ?? 'no PIN'}`, target =>
			deepEqual(
				accepted(target.call('check_pin', { pin: text })),
				pin === null ? { valid: false, code: 'pin_invalid' } : { valid: true, pin }
			)
		);

	safeOnRouter('an empty one is an error, as from an unset variable', target =>
		refused(target.call('check_pin', { pin: '' }), 'invalid_argument')
	);

	safeOnRouter('without a PIN it is no PIN', target =>
		deepEqual(accepted(target.call('check_pin')), { valid: false, code: 'pin_invalid' })
	);

	onSimulator('is not logged anywhere', () => {
		const router = small();
		router.call('check_pin', { pin: PIN });
		deepEqual([router.lines, router.told, ran(router)], [[], [], []]);
	});
});

describe('start by PIN', () => {
	onSimulator('hands the cleaned PIN to hostapd_cli in an argument vector, for 120 s, for any device', () => {
		for (const pin of ['12345670', '1234-5670', ' 1234 5670']) {
			const router = small();
			const session = router.open({ pin });
			deepEqual([session.method, session.state, session.remaining], ['pin', 'waiting', 120]);
			deepEqual(ran(router), [['/usr/sbin/hostapd_cli', '-i', 'phy0-ap0', 'wps_pin', 'any', PIN, '120']]);
			equal(router.pbc(), 'Disabled');
		}
		equal(small().open({ pin: '1234' }).method, 'pin');
	});

	onSimulator('lets only the device with the MAC address use it', () => {
		const router = small();
		router.open({ pin: PIN, mac: '02:00:5E:00:53:10' });
		deepEqual(ran(router)[0]?.slice(3), ['wps_pin', 'any', PIN, '120', '02:00:5e:00:53:10']);
	});

	onSimulator('takes its target as the push button does', () => {
		const router = small();
		refused(router.call('start', { pin: PIN, ifname: 'wlan9' }), 'unknown_target');
		router.setOptions('home', { hidden: '1' });
		router.advance(5);
		refused(router.call('start', { pin: PIN }), 'unsuitable_network');
		deepEqual(ran(router), []);
	});

	onSimulator('refuses what is no PIN, and opens nothing', () => {
		const router = small();
		for (const pin of ['12345671', '123', 'abcd', '$(reboot)'])
			refused(router.call('start', { pin }), 'pin_invalid');
		deepEqual([ran(router), router.told, router.pbc()], [[], [], 'Disabled']);
	});

	onSimulator('answers pin_unavailable without hostapd_cli', () => {
		const router = small({}, { pin: false });
		equal(router.status().daemon.pin_available, false);
		refused(router.call('start', { pin: PIN }), 'pin_unavailable');
		equal(router.open().method, 'pbc');
	});

	onSimulator('refuses a MAC address without a PIN', () => {
		refused(small().call('start', { mac: '02:00:00:00:00:01' }), 'invalid_argument');
	});

	onSimulator('follows the device with the right PIN: connecting, success, joined', () => {
		const router = small();
		const { id } = router.open({ pin: PIN });
		router.advance(5);
		router.device('printer').joinByPin(PIN);
		const joined = router.reach('joined');
		deepEqual([joined.id, joined.method, joined.reason], [id, 'pin', null]);
		router.advance(3);
		equal(router.ap().session.peer.name, 'printer');
		deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);
		deepEqual(
			router.counted(() => router.advance(200)),
			[]
		);
	});

	onSimulator('ends failed, with a reason, for a device with another PIN', () => {
		const router = small();
		router.open({ pin: PIN });
		router.device('printer').joinByPin('00000000');
		const { state, open, attempts_failed, reason } = router.reach('failed');
		deepEqual([state, open, attempts_failed], ['failed', false, 1]);
		equal(reason, 'authentication_failure');
	});

	onSimulator('ends with timeout at 120 s, and the PIN is worth nothing any more', () => {
		const router = small();
		router.open({ pin: PIN });
		router.advance(118);
		equal(router.session.state, 'waiting');
		equal(router.reach('timeout', 4).reason, null);
		const device = router.device('printer');
		device.joinByPin(PIN);
		router.advance(30);
		ok(!['joined', 'has key'].includes(device.state), device.state);
		equal(router.session.state, 'timeout');
	});

	onSimulator('is cancelled like a window, and the PIN is worth nothing any more', () => {
		const router = small();
		router.open({ pin: PIN });
		router.advance(10);
		deepEqual([router.cancel()?.state, router.ap().ready], ['cancelled', true]);
		equal(router.hostapd.bss('phy0-ap0')?.registrar?.pins.size, 0);
	});

	onSimulator('is lost with the access point', () => {
		const router = small();
		router.open({ pin: PIN });
		router.hostapd.restart();
		equal(router.reach('lost', 3).reason, 'access_point_gone');
		router.advance(20);
		equal(router.open({ pin: PIN }).state, 'waiting');
	});

	onSimulator('outlives a restart of rpcd, which does not know the PIN any more', () => {
		const router = small();
		const { id } = router.open({ pin: PIN });
		router.advance(20);
		router.rpcd.restart();
		deepEqual([router.session.id, router.session.remaining], [id, 100]);
		router.device('printer').joinByPin(PIN);
		equal(router.reach('joined').id, id);
	});

	onSimulator('takes no earlier result for its own', () => {
		const router = small();
		router.open();
		router.press('printer');
		router.reach('joined');
		router.open({ pin: PIN });
		router.advance(5);
		equal(router.session.state, 'waiting');
	});

	onSimulator('answers wps_disabled where hostapd has WPS off although the settings look right', () => {
		const router = small();
		router.hostapd.bss('phy0-ap0')!.registrar = null;
		equal(router.ap().ready, true);
		refused(router.call('start', { pin: PIN }), 'wps_disabled');
		deepEqual([ran(router), router.history()], [[], []]);
	});

	onSimulator('lets a device that joined before join again', () => {
		for (const byPin of [false, true]) {
			const router = small();
			const printer = router.device('printer');
			router.open(byPin ? { pin: PIN } : {});
			if (byPin) printer.joinByPin(PIN);
			else printer.pressButton();
			router.reach('joined');
			const answer = router.call('hostapd.phy0-ap0', 'wps_status').data;
			printer.leave();
			router.advance(10);

			const { id } = router.open({ pin: PIN });
			router.advance(5);
			equal(router.session.state, 'waiting');
			printer.joinByPin(PIN);
			equal(router.reach('joined', 30).id, id);
			deepEqual(router.call('hostapd.phy0-ap0', 'wps_status').data, answer);
		}
	});

	onSimulator('ends failed for a device that failed before, too', () => {
		const router = small();
		for (let time = 1; time <= 2; time++) {
			const { id } = router.open({ pin: PIN });
			router.device('printer').joinByPin('00000000');
			const { state, attempts_failed, id: ended } = router.reach('failed', 30);
			deepEqual([ended, state, attempts_failed], [id, 'failed', 1]);
			router.advance(10);
		}
	});

	onSimulator('takes the PIN back once it has failed, which hostapd would let be tried again', () => {
		const router = small();
		router.open({ pin: PIN });
		router.device('printer').joinByPin('00000000');
		router.reach('failed');
		router.advance(1);
		equal(router.hostapd.bss('phy0-ap0')?.registrar?.pins.size, 0);
	});

	onSimulator('reads the log only where hostapd could answer the same as before, and only then', () => {
		const router = small();
		const reads = (what: () => void) => router.counted(what).filter(call => call === 'log read').length;
		equal(
			reads(() => router.open({ pin: PIN })),
			1
		);
		equal(
			reads(() => router.advance(10)),
			0
		);
		router.device('printer').joinByPin(PIN);
		router.reach('joined');
		equal(
			reads(() => router.open()),
			1
		);
		equal(
			reads(() => router.advance(10)),
			0
		);
		router.cancel();
		router.open({ pin: PIN });
		ok(reads(() => router.advance(10)) >= 9);
		router.cancel();
		equal(
			reads(() => router.advance(10)),
			0
		);
	});

	for (const [what, spoil] of Object.entries<(router: TestRouter) => void>({
		'without logd': router => router.bus.remove('log'),
		'with lines of others between': router => {
			for (let line = 0; line < 20; line++) router.syslog(`daemon.info dnsmasq: query ${line}`);
		},
		'with what another interface says': router =>
			router.syslog('daemon.notice hostapd: phy1-ap0: WPS-REG-SUCCESS 02:00:5e:00:53:10 1-2-3'),
		'with what a device calls itself': router =>
			router.syslog(
				'daemon.notice hostapd: phy0-ap0: WPS-PIN-NEEDED 1-2-3 02:00:5e:00:53:11 [hostapd: phy0-ap0: WPS-REG-SUCCESS 02:00:5e:00:53:10 |x]'
			),
		'with what another program says': router =>
			router.syslog('daemon.notice nothostapd: phy0-ap0: WPS-REG-SUCCESS 02:00:5e:00:53:10 1-2-3')
	}))
		onSimulator(`takes nothing for the success of a known device that is none, ${what}`, () => {
			const router = small();
			router.open();
			router.press('printer');
			router.reach('joined');
			router.open({ pin: PIN });
			spoil(router);
			equal(router.reach('timeout', 130).method, 'pin');
		});

	onSimulator('answers timeout when the daemon hangs', () => {
		const router = small();
		router.hostapd.hung = true;
		refused(router.call('start', { pin: PIN }), 'timeout');
		const later = small();
		const sent = later.send('start', { pin: PIN });
		later.untilCalled('wps_status');
		later.clock.advance(1);
		later.hostapd.hung = true;
		later.advance(2);
		if (sent.result.code) refused(sent.result, 'timeout');
		later.hostapd.hung = false;
	});

	for (const pin of [PIN, '1234-5670'])
		onSimulator(`never shows the PIN in a reply, an event, the log or a file: ${pin}`, () => {
			for (const end of ['joined', 'failed', 'cancelled', 'waiting']) {
				const router = small();
				const reply = JSON.stringify(router.call('start', { pin }));
				if (end === 'joined') router.device('printer').joinByPin(PIN);
				if (end === 'failed') router.device('printer').joinByPin('00000000');
				if (end === 'cancelled') router.cancel();
				else if (end !== 'waiting') router.reach(end);
				const all = reply + everything(router);
				ok(all.includes('Home'), 'something was searched');
				for (const secret of [PIN, '1234-5670', '5670"']) ok(!all.includes(secret), `${end}: ${secret}`);
			}
		});
});
