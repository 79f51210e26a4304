import { runButton } from './button-script';
import { VirtualClock } from './clock';
import { twoAtOnce } from './devices';
import { freshPin, HOUSEHOLD, inHouse } from './household';
import { reboot, upgrade } from './power';
import type { SimulatedRouter } from './router';

/** Where the page's bar has its buttons. */
export type Group = 'device' | 'other' | 'chosen' | 'router';

/** What a person at the simulator can make happen. */
export interface Story {
	help: string;
	/** Its button in the page's bar: always in sight, or unfolded; of the device that is chosen there, or of the router. */
	bar?: [Group, string];
	/** @param object  a device, or what else the word is followed by */
	run: (router: SimulatedRouter, object?: string) => string | Promise<string>;
}

const looks = 'button pressed, looks for an access point for two minutes';

const join =
	(usual: string) =>
	(router: SimulatedRouter, name = usual) => {
		inHouse(router, name).pressButton();
		return `${name}: ${looks}`;
	};

const DEVICES: Record<string, Story> = {
	join: {
		help: 'press the WPS button of a printer (2.4 GHz only), which joins',
		bar: ['device', 'a printer'],
		run: join('printer')
	},
	tv: {
		help: 'press it on a television, which knows both bands',
		bar: ['other', 'a TV on both bands'],
		run: join('television')
	},
	gadget: {
		help: 'press it on a gadget with iwd, which takes two windows on a band for an overlap and insists on WPA3',
		bar: ['other', 'an iwd gadget'],
		run: join('gadget')
	},
	pin: {
		help: 'a thermostat shows a PIN and waits for two minutes',
		bar: ['other', 'one with a PIN'],
		run: (router, name = 'thermostat') => {
			const pin = freshPin();
			inHouse(router, name).joinByPin(pin);
			return `${name}: shows the PIN ${pin} and waits for two minutes`;
		}
	},
	forget: {
		help: 'press it on a lamp that takes the key and never comes back',
		bar: ['device', 'one that forgets'],
		run: (router, name = 'lamp') => {
			inHouse(router, name).pressButton('join then forget');
			return `${name}: button pressed, will not come back with the key`;
		}
	},
	two: {
		help: 'press it on two devices at once (overlap)',
		bar: ['device', 'two at once'],
		run: router => {
			twoAtOnce(inHouse(router, 'television'), inHouse(router, 'camera'));
			return 'television and camera: both buttons pressed at once';
		}
	},
	fail: {
		help: 'press it on a scanner that breaks off half way',
		bar: ['device', 'one that fails'],
		run: (router, name = 'scanner') => {
			inHouse(router, name).pressButton('fail');
			return `${name}: button pressed, will break off`;
		}
	},
	never: {
		help: 'press it on a device out of range',
		bar: ['other', 'one out of range'],
		run: (router, name = 'doorbell') => {
			inHouse(router, name).pressButton('never come');
			return `${name}: nobody hears it`;
		}
	},
	off: {
		help: 'switch a device off',
		bar: ['chosen', 'switch off'],
		run: (router, name = 'printer') => {
			inHouse(router, name).leave();
			return `${name}: off`;
		}
	},
	on: {
		help: 'switch it on again: it comes back with the key it has',
		bar: ['chosen', 'switch on'],
		run: (router, name = 'printer') => {
			const device = inHouse(router, name);
			if (device.reconnect()) return `${name}: back on ${device.connected?.config.ssid}`;
			return device.credential ? `${name}: is not let in with its key` : `${name}: has no key`;
		}
	},
	password: {
		help: 'somebody types the password of a network into a phone',
		run: (router, name = 'phone') => {
			const bss = router.hostapd.bssList.find(({ config, onAir }) => onAir && config.passphrase);
			if (!bss?.config.passphrase) return 'no network with a password is on the air';
			const device = inHouse(router, name);
			device.learn(bss.config.ssid, bss.config.passphrase);
			return `${name}: ${device.reconnect() ? 'is on' : 'is not let in to'} ${bss.config.ssid}`;
		}
	}
};

/** Seconds: a press that is for the router as a device. */
const HELD = 3;

/** The case of a router whose clock runs has its script under a real ash. */
async function button(router: SimulatedRouter, seconds: number): Promise<string> {
	const taken = await runButton(router, seconds);
	return `the router's button was ${seconds < HELD ? 'pressed' : 'held'}${taken === 'script' ? '' : `: ${taken}`}`;
}

const ROUTER: Record<string, Story> = {
	button: {
		help: "press the router's own WPS button (what it does, the setting of luci.wps says)",
		run: router => {
			if (!(router.clock instanceof VirtualClock)) return button(router, 0);
			router.pressRouterButton();
			return "the router's button was pressed";
		}
	},
	hold: {
		help: 'hold it for three seconds: the router itself looks for an access point',
		bar: ['router', 'hold its button'],
		run: router => button(router, HELD)
	},
	'uplink lost': {
		help: "the access point behind a repeater's uplink is gone: it searches, and is silent meanwhile",
		bar: ['router', 'uplink lost'],
		run: router => {
			router.supplicant.disconnect();
			return router.supplicant.uplinks.length ? 'the uplink searches' : 'this router has no uplink';
		}
	},
	'uplink back': {
		help: 'it is back',
		bar: ['router', 'uplink back'],
		run: router => {
			router.supplicant.connect();
			return router.supplicant.uplinks.length ? 'the uplink connects' : 'this router has no uplink';
		}
	},
	silence: {
		help: 'an access point stops sending beacons, and hostapd goes on saying ENABLED',
		bar: ['router', 'an access point goes silent'],
		run: (router, ifname = router.hostapd.bssList[0]?.ifname ?? '') => {
			router.hostapd.bss(ifname)?.silence();
			return `${ifname} is silent`;
		}
	},
	'hostapd restart': {
		help: 'restart the access point daemon',
		bar: ['router', 'hostapd restarts'],
		run: router => {
			router.hostapd.restart();
			return 'hostapd restarts';
		}
	},
	'hostapd hang': {
		help: 'the access point daemon answers nobody',
		bar: ['router', 'hostapd hangs'],
		run: router => {
			router.hostapd.hung = true;
			return 'hostapd hangs';
		}
	},
	'hostapd wake': {
		help: 'it wakes, and obeys what it was asked meanwhile',
		bar: ['router', 'hostapd wakes'],
		run: router => {
			router.hostapd.hung = false;
			return 'hostapd answers';
		}
	},
	'rpcd restart': {
		help: 'restart rpcd, as each package installation does',
		bar: ['router', 'rpcd restarts'],
		run: router => {
			router.rpcd.restart();
			return 'rpcd restarted';
		}
	},
	'install wpad': {
		help: 'install the access point daemon with WPS; it runs after "hostapd restart"',
		bar: ['router', 'install wpad'],
		run: router => {
			router.install('full');
			return 'wpad-mbedtls is installed; what runs is what ran before';
		}
	},
	reboot: {
		help: 'reboot the router',
		bar: ['router', 'reboot'],
		run: router => {
			reboot(router);
			return 'the router reboots';
		}
	},
	upgrade: {
		help: 'upgrade the firmware: wpad-basic is back, the configuration stays',
		bar: ['router', 'firmware upgrade'],
		run: router => {
			upgrade(router);
			return 'the router boots a new firmware with wpad-basic';
		}
	}
};

export const STORIES: Record<string, Story> = { ...DEVICES, ...ROUTER };

/** Other words for the same. */
export const ALIASES: Record<string, string> = {
	'press-button': 'button',
	printer: 'join',
	hostapd: 'hostapd restart',
	rpcd: 'rpcd restart'
};

/** One line a word, and the devices. */
export function help(): string {
	const row = (word: string, text: string) => `  ${word.padEnd(16)} ${text}`;
	return [
		...Object.entries(STORIES).map(([word, story]) => row(word, story.help)),
		'',
		'Devices:',
		...Object.entries(HOUSEHOLD).map(([name, { about }]) => row(name, about))
	].join('\n');
}
