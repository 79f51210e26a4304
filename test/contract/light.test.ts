import { deepEqual, equal, ok } from 'node:assert/strict';
import { twoAtOnce } from '../router/devices';
import { Led, type LedOptions, type Shine, Watcher } from '../router/leds';
import { house, onSimulator, small, type TestRouter } from './target';

const DARK: Shine = { kind: 'dark' };
const ON: Shine = { kind: 'on' };
const PROGRESS: Shine = { kind: 'rhythm', steps: [[200, 100]] };
const ERROR: Shine = { kind: 'rhythm', steps: [[100, 100]] };
const OVERLAP: Shine = {
	kind: 'rhythm',
	steps: [
		[100, 100],
		[100, 100],
		[100, 100],
		[100, 100],
		[100, 600]
	]
};

const HEARTBEAT: LedOptions = { trigger: 'heartbeat' };

/** The case with these LEDs and this /etc/config/system. */
function lit(leds: Record<string, LedOptions>, system = '', wps = ''): TestRouter {
	const router = small({}, { leds });
	if (system) router.files.put('/etc/config/system', system);
	if (wps) router.files.put('/etc/config/wps', wps);
	router.rpcd.restart();
	return router;
}

const overlap = (router: TestRouter) => {
	router.open();
	twoAtOnce(router.device('television'), router.device('camera'));
	router.reach('overlap');
};

describe('the WPS light', () => {
	onSimulator('flashes while a window is open, and shines for five minutes when a device is in', () => {
		const router = small();
		deepEqual(router.led().shine, DARK);
		router.open();
		deepEqual(router.led().shine, PROGRESS);
		const { writes } = router.led();
		router.press('printer');
		router.reach('connecting');
		deepEqual(router.led().shine, PROGRESS);
		equal(router.led().writes, writes, 'it does not stumble');
		router.reach('success');
		deepEqual(router.led().shine, ON);
		router.reach('joined');
		router.advance(298);
		deepEqual(router.led().shine, ON);
		router.advance(3);
		deepEqual([router.led().shine, router.led().trigger], [DARK, 'none']);
	});

	/** What else can become of a window, and what the light says then for how long. */
	const ENDS: [name: string, end: (router: TestRouter) => void, shine: Shine, seconds: number][] = [
		['a window that nobody came to', router => (router.open(), router.reach('timeout')), ERROR, 60],
		[
			'a device that does not come back',
			router => {
				router.open();
				router.press('lamp', 'join then forget');
				router.reach('success');
				router.until(() => router.session.reason === 'not_connected');
			},
			ERROR,
			60
		],
		[
			'an access point that went away',
			router => (router.open(), router.hostapd.kill(), router.reach('lost')),
			ERROR,
			60
		],
		[
			'a press that opens nothing',
			router => (router.call('button', { network: 'Home' }), router.call('press')),
			ERROR,
			60
		]
	];
	for (const [name, end, shine, seconds] of ENDS)
		onSimulator(`says what became of ${name}`, () => {
			const router = small();
			if (name.includes('press')) router.setOptions('home', { wps_pushbutton: '0' });
			router.advance(5);
			end(router);
			deepEqual(router.led().shine, shine);
			router.advance(seconds - 2);
			deepEqual(router.led().shine, shine);
			router.advance(4);
			deepEqual(router.led().shine, DARK);
		});

	onSimulator('is dark again at once when a window is closed by hand', () => {
		const router = small();
		router.open();
		router.cancel();
		deepEqual(router.led().shine, DARK);
	});

	onSimulator('keeps the pause of the overlap pattern going where the kernel does not know it', () => {
		const router = small();
		overlap(router);
		const watcher = new Watcher(router.led(), router.clock);
		for (let i = 0; i < 60; i++) {
			router.clock.advance(50);
			watcher.look();
		}
		const shines = watcher.seen.map(({ shine }) => shine);
		deepEqual(shines.slice(0, 4), [ERROR, DARK, ERROR, DARK]);
		const [, first, second, third] = watcher.seen.map(({ at }) => at);
		ok(Math.abs(second! - first! - 550) <= 50, 'dark for half a second, and the rest of the last flash');
		ok(Math.abs(third! - second! - 950) <= 50, 'five flashes');
		router.advance(121);
		deepEqual(router.led().shine, DARK);
		const { writes } = router.led();
		router.advance(60);
		equal(router.led().writes, writes, 'nothing wakes up for it any more');
	});

	onSimulator("goes over to another network's window without a pause left over", () => {
		const router = house();
		router.open({ section: 'home' });
		twoAtOnce(router.device('television', { bands: ['2g'] }), router.device('camera', { bands: ['2g'] }));
		router.until(() => router.ap('home').session?.state === 'overlap');
		router.open({ section: 'home5' });
		const watcher = new Watcher(router.led(), router.clock);
		for (let i = 0; i < 60; i++) {
			router.clock.advance(50);
			watcher.look();
		}
		deepEqual(
			watcher.seen.map(({ shine }) => shine),
			[PROGRESS]
		);
	});

	onSimulator('leaves that to the kernel where it has the pattern trigger', () => {
		const router = lit({ 'green:wps': { triggers: ['timer', 'pattern'], max: 1 } });
		overlap(router);
		deepEqual(router.led().shine, OVERLAP);
		const { writes } = router.led();
		router.advance(100);
		equal(router.led().writes, writes);
		router.advance(30);
		deepEqual(router.led().shine, DARK);
	});

	onSimulator('costs nothing while the kernel flashes', () => {
		const router = small();
		router.open();
		const { writes } = router.led();
		router.advance(100);
		equal(router.led().writes, writes);
	});

	onSimulator('is found though its driver comes later than the handler', () => {
		const router = lit({});
		router.leds.set('green:wps', new Led(router.files, 'green:wps'));
		router.open();
		deepEqual(router.led().shine, PROGRESS);
	});

	onSimulator('goes on for the next window', () => {
		const router = small();
		router.open();
		router.press('printer');
		router.reach('joined');
		router.advance(250);
		router.open();
		deepEqual(router.led().shine, PROGRESS);
		router.advance(60);
		deepEqual(router.led().shine, PROGRESS, 'the success before is over');
	});

	onSimulator('follows windows of whatever origin, as long as one is open', () => {
		const router = house();
		for (const ifname of ['phy0-ap0', 'phy1-ap0']) router.shell('-i', ifname, 'wps_pbc');
		router.status();
		deepEqual(router.led().shine, PROGRESS);
		router.shell('-i', 'phy0-ap0', 'wps_cancel');
		router.advance(3);
		deepEqual(router.led().shine, PROGRESS);
		router.shell('-i', 'phy1-ap0', 'wps_cancel');
		router.advance(3);
		deepEqual(router.led().shine, ERROR);
	});
});

describe('the LED of the case', () => {
	for (const [name, led] of [
		['dark', {}],
		['lit', { brightness: 255 }],
		['half lit', { brightness: 90 }],
		['beating', HEARTBEAT],
		['blinking', { trigger: 'timer' }]
	] as const)
		onSimulator(`does again what it did before: ${name}`, () => {
			const router = lit({ 'green:wps': led });
			const state = (one: Led) => [one.shine, one.trigger, one.read('brightness')];
			if (name === 'blinking') {
				router.files.write('/sys/class/leds/green:wps/delay_on', '30');
				router.files.write('/sys/class/leds/green:wps/delay_off', '70');
			}
			const before = state(router.led());
			router.open();
			deepEqual(router.led().shine, PROGRESS);
			router.press('printer');
			router.reach('joined');
			router.advance(302);
			deepEqual(state(router.led()), before);
		});

	for (const [how, restart] of [
		['an orderly restart', (router: TestRouter) => router.rpcd.restart()],
		[
			'kill -9 and ten seconds without rpcd',
			(router: TestRouter) => {
				router.mayCrash = true;
				router.rpcd.kill();
				router.advance(10);
				router.rpcd.start();
			}
		]
	] as const) {
		onSimulator(`is given back after ${how} in the middle of a window`, () => {
			const router = lit({ 'green:wps': HEARTBEAT });
			router.open();
			router.advance(5);
			restart(router);
			deepEqual(router.led().shine, PROGRESS);
			router.cancel();
			equal(router.led().trigger, 'heartbeat');
		});

		onSimulator(`is given back after ${how} while success is shown, at the same time as without`, () => {
			const router = lit({ 'green:wps': HEARTBEAT });
			router.open();
			router.press('printer');
			router.reach('joined');
			const began = router.clock.monotonic();
			restart(router);
			router.advance(200 - (router.clock.monotonic() - began) / 1000);
			deepEqual(router.led().shine, ON);
			router.advance(103);
			equal(router.led().trigger, 'heartbeat');
		});
	}

	onSimulator('is given back when rpcd was away for all of what was to be shown', () => {
		const router = lit({ 'green:wps': HEARTBEAT });
		router.open();
		router.rpcd.stop();
		router.advance(400);
		deepEqual(router.led().shine, PROGRESS, 'nobody is there');
		router.rpcd.start();
		router.advance(65);
		equal(router.led().trigger, 'heartbeat');
	});

	onSimulator('is given back where nothing is known of the window any more', () => {
		const router = lit({ 'green:wps': HEARTBEAT });
		router.open();
		router.rpcd.stop();
		const state = JSON.parse(router.files.text('/var/run/luci-wps.json') ?? '');
		router.files.put('/var/run/luci-wps.json', JSON.stringify({ ...state, windows: [] }));
		router.rpcd.start();
		equal(router.led().trigger, 'heartbeat');
	});

	onSimulator('is left to whoever took it meanwhile', () => {
		const router = lit({ 'green:wps': {} });
		router.open();
		router.files.write('/sys/class/leds/green:wps/trigger', 'netdev');
		router.cancel();
		equal(router.led().trigger, 'netdev');
	});

	onSimulator('is given back where rpcd dies at any step of taking it', () => {
		for (let step = 1; step < 40; step++) {
			const router = lit({ 'green:wps': HEARTBEAT });
			router.mayCrash = true;
			const { process } = router.rpcd;
			router.rpcd.kill(step);
			router.send('start');
			router.advance(1);
			const died = process.dead !== null;
			router.rpcd.start();
			router.rpcd.spare();
			router.send('cancel');
			router.shell('-i', 'phy0-ap0', 'wps_cancel');
			router.advance(70);
			equal(router.led().trigger, 'heartbeat', `step ${step}`);
			if (!died) return void ok(step > 5);
		}
	});

	/** LEDs by name, what the owner says of them, and which one shows WPS. */
	const CHOICES: [name: string, leds: string[], system: string, wps: string, light: string | null][] = [
		['by its function', ['red:power', 'green:wps', 'green:wlan'], '', '', 'green:wps'],
		['by its old name', ['tp-link:green:qss', 'tp-link:green:wlan'], '', '', 'tp-link:green:qss'],
		['the first of two', ['red:wps', 'blue:wps'], '', '', 'blue:wps'],
		['not one that only sounds like it', ['green:wps-old', 'wps:green', 'wps'], '', '', null],
		['none where there is none', ['red:power'], '', '', null],
		[
			'not one that the owner has configured',
			['green:wps'],
			"config led 'led_wps'\n\toption name 'Internet'\n\toption sysfs 'green:wps'\n\toption trigger 'netdev'\n",
			'',
			null
		],
		['another one then', ['blue:wps', 'red:wps'], "config led\n\toption sysfs 'blue:wps'\n", '', 'red:wps'],
		[
			'the one that is named',
			['green:wps', 'red:power'],
			'',
			"config light 'light'\n\toption led 'red:power'\n",
			'red:power'
		],
		[
			'the one that is named, though it is configured',
			['red:power'],
			"config led\n\toption sysfs 'red:power'\n",
			"config light 'light'\n\toption led 'red:power'\n",
			'red:power'
		],
		['none where a name is of none', ['green:wps'], '', "config light 'light'\n\toption led 'none'\n", null],
		[
			'none where a name leads elsewhere',
			['green:wps'],
			'',
			"config light 'light'\n\toption led '../../net'\n",
			null
		]
	];
	for (const [name, leds, system, wps, light] of CHOICES)
		onSimulator(`is found: ${name}`, () => {
			const router = lit(Object.fromEntries(leds.map(led => [led, {}])), system, wps);
			equal(router.status().light, light);
			const begun = leds.map(led => router.led(led).writes);
			router.open();
			for (const [i, led] of leds.entries()) equal(router.led(led).writes > begun[i]!, led === light, led);
		});

	onSimulator('is left alone where the kernel can not blink it, and nothing is logged', () => {
		const router = lit({ 'green:wps': { triggers: ['heartbeat'] } });
		equal(router.status().light, null);
		router.open();
		equal(router.led().writes, 0);
		equal(
			router.lines.some(line => /light|led/i.test(line)),
			false
		);
	});
});
