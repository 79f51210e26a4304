import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Message } from '../router/bus';
import {
	accepted,
	HOME,
	house,
	onSimulator,
	RADIO0,
	RADIO1,
	refused,
	since,
	small,
	TestRouter,
	wireless
} from './target';

const states = (router: TestRouter) => ['phy0-ap0', 'phy0-ap1', 'phy1-ap0'].map(ifname => router.pbc(ifname));

/** Someone presses the button on the case, and a second passes. */
function press(router: TestRouter, seconds = 0): void {
	router.pressRouterButton(seconds);
	router.advance(1);
}

/** `button` that is accepted. */
const button = (router: TestRouter, args: Message = {}) => accepted(router.call('button', args)).button;

/** What stands in the settings. */
const settings = (router: TestRouter) => router.files.text('/etc/config/wps') ?? '';

describe('the button on the case', () => {
	since('25.12');

	onSimulator('opens the only network that has WPS on, as a session of its own origin', () => {
		const router = small();
		press(router);
		const { state, origin, network, by, started } = router.session;
		deepEqual([state, origin, network, by], ['waiting', 'button', 'Home', 'button']);
		ok(started !== null);
		router.press('printer');
		equal(router.reach('joined').origin, 'button');
		deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);
	});

	onSimulator('opens all bands of a network at once', () => {
		const one = { ...HOME, wps_independent: '0' };
		const config = wireless({ radio0: RADIO0, home: one, radio1: RADIO1, home5: { ...one, device: 'radio1' } });
		const router = new TestRouter({ config });
		press(router);
		deepEqual(router.session.ifnames, ['phy0-ap0', 'phy1-ap0']);
		deepEqual(router.told, ['started']);
	});

	onSimulator('opens of several the first, until the owner chooses', () => {
		const router = house();
		press(router);
		deepEqual(states(router), ['Active', 'Disabled', 'Disabled']);
		press(router);
		button(router, { network: 'Home5' });
		press(router);
		deepEqual(states(router), ['Timed-out', 'Disabled', 'Active']);
	});

	onSimulator('opens the first that has WPS on, not the first of all', () => {
		const router = house();
		router.setOptions('home', { wps_pushbutton: '0' });
		router.advance(5);
		press(router);
		equal(router.session.network, 'Home5');
	});

	onSimulator('closes what is open, whoever has opened it', () => {
		const router = house();
		router.open({ network: 'Home5' });
		press(router);
		equal(router.session.state, 'cancelled');
		equal(router.anyOpen, false);
		router.shell('-i', 'phy0-ap0', 'wps_pbc');
		press(router);
		equal(router.anyOpen, false);
		deepEqual([router.session.origin, router.session.state], ['external', 'cancelled']);
	});

	onSimulator('is named in the log, when it closes as when it opens', () => {
		const router = small();
		press(router);
		press(router);
		const told = router.lines.filter(line => / by /.test(line)).map(line => line.replace(/.*: (.*, by )/, '$1'));
		deepEqual(told, ['started, by button', 'cancel, by button']);
	});

	onSimulator('opens again with a third press', () => {
		const router = small();
		for (const state of ['waiting', 'cancelled', 'waiting']) {
			press(router);
			equal(router.session.state, state);
		}
	});

	onSimulator('opens nothing where nothing is ready: the log says why', () => {
		const router = small({ wps_pushbutton: '0' });
		press(router);
		deepEqual(router.history(), []);
		const [line = ''] = router.lines.slice(-1);
		ok(/the WPS button: nothing to open \(wps_disabled\)/.test(line), line);
		refused(router.call('press'), 'wps_disabled');
	});

	onSimulator('opens no other network for a chosen one that is not ready, or gone', () => {
		const router = house();
		button(router, { network: 'Guests' });
		refused(router.call('press'), 'wps_disabled');
		router.setOptions('guest', { ssid: 'Visitors' });
		router.advance(10);
		refused(router.call('press'), 'unknown_target');
		deepEqual(states(router), ['Disabled', 'Disabled', 'Disabled']);
	});

	onSimulator('does nothing when it is off', () => {
		const router = small();
		deepEqual(button(router, { action: 'off' }), { present: true, action: 'off', network: null });
		press(router);
		deepEqual(accepted(router.call('press')), { session: null });
		deepEqual(router.history(), []);
	});

	onSimulator("does what OpenWrt's own does, when it is left to that", () => {
		const router = house();
		button(router, { action: 'stock' });
		deepEqual(accepted(router.call('press')), { session: null });
		press(router);
		deepEqual(states(router), ['Active', 'Disabled', 'Active']);
	});

	onSimulator('is not ours when it is held for three seconds', () => {
		const router = small();
		for (const seconds of [3, 4, 30]) press(router, seconds);
		deepEqual(router.history(), []);
		press(router, 2);
		equal(router.session.state, 'waiting');
	});
});

describe('the setting of the button', () => {
	since('25.12');

	onSimulator('is a network of the owner, in a file that outlives upgrades', () => {
		const router = house();
		deepEqual(router.status().button, { present: true, action: 'network', network: null });
		const chosen = { present: true, action: 'network', network: 'Home5' };
		deepEqual(button(router, { action: 'network', network: 'Home5' }), chosen);
		deepEqual([router.status().button, button(router)], [chosen, chosen]);
		ok(settings(router).includes("option network 'Home5'"));
		router.rpcd.restart();
		deepEqual(router.status().button, chosen);
	});

	onSimulator('is told, with who did it', () => {
		const router = house();
		button(router, { network: 'Home5' });
		const event = router.handlerEvents.at(-1);
		deepEqual(event, { type: 'button', button: { present: true, action: 'network', network: 'Home5' } });
		ok(/the WPS button: opens "Home5", by root/.test(router.lines.at(-1) ?? ''));
	});

	onSimulator('goes back to whichever network, and away from one', () => {
		const router = house();
		button(router, { network: 'Home5' });
		equal(button(router, { action: 'network' }).network, null);
		button(router, { network: 'Home5' });
		equal(button(router, { action: 'off' }).network, null);
		equal(settings(router).includes('Home5'), false);
	});

	for (const [args, argument] of [
		[{ action: '' }, 'action'],
		[{ network: '' }, 'network'],
		[{ action: 'network', network: '' }, 'network'],
		[{ action: 'open' }, 'action'],
		[{ action: 'off', network: 'Home' }, 'network'],
		[{ action: 'stock', network: 'Home' }, 'network']
	] as const)
		onSimulator(`is refused: ${JSON.stringify(args)}`, () => {
			const router = house();
			const before = settings(router);
			const result = router.call('button', args);
			refused(result, 'invalid_argument');
			equal(result.data.error.argument, argument);
			equal(settings(router), before);
		});

	onSimulator('names a network of this router, WPS or not', () => {
		const router = house();
		refused(router.call('button', { network: 'Nowhere' }), 'unknown_target');
		equal(button(router, { network: 'Guests' }).network, 'Guests');
	});

	onSimulator('is not taken for written when it is not', () => {
		const router = house();
		router.files.readOnly = ['/etc'];
		refused(router.call('button', { action: 'off' }), 'not_saved');
		router.files.readOnly = [];
		equal(button(router).action, 'network');
		equal(router.told.includes('button'), false);
	});

	onSimulator('is made where the file is missing, and left alone where it says nonsense', () => {
		const router = house();
		router.files.drop('/etc/config/wps');
		deepEqual(button(router), { present: true, action: 'network', network: null });
		button(router, { network: 'Home5' });
		ok(settings(router).includes("option network 'Home5'"));
		router.files.put('/etc/config/wps', "config button 'button'\n\toption action 'explode'\n");
		deepEqual(button(router), { present: true, action: 'network', network: null });
		router.files.put('/etc/config/wps', 'nonsense');
		equal(router.status().button.action, 'network');
	});

	onSimulator('leaves what others have staged, and what else stands in the file', () => {
		const router = house();
		router.files.put('/etc/config/wps', "config house 'house'\n\toption name 'Casa'\n");
		router.files.put('/tmp/.uci/wps', "wps.house.name='Other'\n");
		button(router, { action: 'off' });
		ok(settings(router).includes("option name 'Casa'"));
		equal(router.files.text('/tmp/.uci/wps'), "wps.house.name='Other'\n");
	});

	onSimulator('is for those who may write', async () => {
		const router = house();
		const sid = router.login('reader');
		for (const method of ['button', 'press'])
			equal((await router.post(sid, method, { action: 'off' })).code, -32002);
	});
});

onSimulator('the button on the case is absent where OpenWrt has a program of its own for it', () => {
	const router = small({}, { release: '24.10' });
	equal(router.status().button.present, false);
	const before = settings(router);
	for (const args of [{ action: 'off' }, { network: 'Home' }] as Message[])
		refused(router.call('button', args), 'button_absent');
	equal(settings(router), before);
});
