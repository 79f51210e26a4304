import type { Message } from './bus';
import { twoAtOnce } from './devices';
import type { SimulatedRouter } from './router';

/** What a person at the simulator can do, by word; and what it says afterwards. */
const ACTIONS: Record<string, { help: string; run: (router: SimulatedRouter, device?: string) => string }> = {
	join: {
		help: 'press the WPS button of a printer, which joins',
		run: (router, device = 'printer') => {
			router.press(device, 'join');
			return `${device}: button pressed, looks for an access point for two minutes`;
		}
	},
	forget: {
		help: 'press it on a lamp that takes the key and never comes back',
		run: (router, device = 'lamp') => {
			router.press(device, 'join then forget');
			return `${device}: button pressed, will not come back with the key`;
		}
	},
	two: {
		help: 'press it on two devices at once (overlap)',
		run: router => {
			twoAtOnce(router.device('television'), router.device('camera'));
			return 'television and camera: both buttons pressed at once';
		}
	},
	fail: {
		help: 'press it on a scanner that breaks off half way',
		run: (router, device = 'scanner') => {
			router.press(device, 'fail');
			return `${device}: button pressed, will break off`;
		}
	},
	never: {
		help: 'press it on a device out of range',
		run: (router, device = 'doorbell') => {
			router.press(device, 'never come');
			return `${device}: nobody hears it`;
		}
	},
	button: {
		help: "press the router's own WPS button (what it does, the setting of luci.wps says)",
		run: router => {
			router.pressRouterButton();
			return "the router's button was pressed";
		}
	},
	'hostapd restart': {
		help: 'restart the access point daemon',
		run: router => {
			router.hostapd.restart();
			return 'hostapd restarts';
		}
	},
	'rpcd restart': {
		help: 'restart rpcd, as each package installation does',
		run: router => {
			router.rpcd.restart();
			return 'rpcd restarted';
		}
	}
};

/** Words of the page's corner. */
const ALIASES: Record<string, string> = {
	'press-button': 'button',
	printer: 'join',
	hostapd: 'hostapd restart',
	rpcd: 'rpcd restart'
};

export function help(): string {
	return Object.entries(ACTIONS)
		.map(([word, { help: text }]) => `  ${word.padEnd(16)} ${text}`)
		.join('\n');
}

/** Null: no such word. */
export function act(router: SimulatedRouter, word: string, device?: string): string | null {
	const action = ACTIONS[ALIASES[word] ?? word];
	return action ? action.run(router, device) : null;
}

/** What is asked of POST /simulator. */
export interface Order {
	action?: string;
	device?: string;
	/** With action `pin`: what the device shows. */
	pin?: string;
	/** With action `call`: as `ubus call`. */
	object?: string;
	method?: string;
	args?: Message;
	/** With action `set`: options of a section of the wireless configuration; null deletes. */
	section?: string;
	options?: Record<string, string | null>;
}

/** The status and body for an order. */
export async function obey(router: SimulatedRouter, order: Order): Promise<[status: number, body: object]> {
	const { action = '', device, object, method, section } = order;
	if (action === 'call' && object && method) return [200, await router.request(object, method, order.args ?? {})];
	if (action === 'list') {
		const objects = router.bus.list(object ?? '*').map(found => ({
			...found,
			arguments: router.rpcd.signature(found.name)
		}));
		return [200, { objects }];
	}
	if (action === 'pin' && order.pin) {
		router.device(device ?? 'printer').joinByPin(order.pin);
		return [200, { said: `${device ?? 'printer'}: joins by PIN` }];
	}
	if (action === 'reconnect' && device) return [200, { said: String(router.device(device).reconnect()) }];
	if (action === 'light') {
		const name = [...router.leds.keys()].find(led => /:(wps|qss)$/.test(led));
		return [200, { shine: name === undefined ? null : router.led(name).shine }];
	}
	if (action === 'log') return [200, { lines: router.log }];
	if (action === 'set' && section) {
		router.setOptions(section, order.options ?? {});
		return [200, { said: `${section} changed` }];
	}
	const said = act(router, action, device);
	return said === null
		? [400, { error: `No such action: ${action}`, actions: Object.keys(ACTIONS) }]
		: [200, { said }];
}
