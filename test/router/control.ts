import type { Message } from './bus';
import { twoAtOnce } from './devices';
import type { SimulatedRouter } from './router';
import { enterScene, SCENES } from './scenes';

interface Action {
	/** The words behind its own. */
	words?: string;
	help: string;
	/** Does it; what is said afterwards. */
	run(router: SimulatedRouter, ...words: (string | undefined)[]): string;
}

/** The PIN that a device shows unless another is told. */
const PIN = '12345670';

/** What a person at the simulator can do, by word. */
const ACTIONS: Record<string, Action> = {
	join: {
		words: '[DEVICE]',
		help: 'press the WPS button of a printer, which joins',
		run: (router, device = 'printer') => {
			router.press(device, 'join');
			return `${device}: button pressed, looks for an access point for two minutes`;
		}
	},
	forget: {
		words: '[DEVICE]',
		help: 'press it on a lamp that takes the key and never comes back',
		run: (router, device = 'lamp') => {
			router.press(device, 'join then forget');
			return `${device}: button pressed, will not come back with the key`;
		}
	},
	fail: {
		words: '[DEVICE]',
		help: 'press it on a scanner that breaks off half way',
		run: (router, device = 'scanner') => {
			router.press(device, 'fail');
			return `${device}: button pressed, will break off`;
		}
	},
	two: {
		help: 'press it on two devices at once (overlap)',
		run: router => {
			twoAtOnce(router.device('television'), router.device('camera'));
			return 'television and camera: both buttons pressed at once';
		}
	},
	never: {
		words: '[DEVICE]',
		help: 'press it on a device out of range',
		run: (router, device = 'doorbell') => {
			router.press(device, 'never come');
			return `${device}: nobody hears it`;
		}
	},
	pin: {
		words: '[PIN] [DEVICE]',
		help: `a television shows the PIN ${PIN}, and joins when it was typed in at the tab`,
		run: (router, pin = PIN, device = 'television') => {
			if (!/^(\d{4}|\d{8})$/.test(pin)) return `${pin} is no PIN: four or eight digits`;
			router.device(device).joinByPin(pin);
			return `${device}: shows the PIN ${pin}, looks for an access point for two minutes`;
		}
	},
	leave: {
		words: '[DEVICE]',
		help: 'switch a device off',
		run: (router, device = 'printer') => {
			router.device(device).leave();
			return `${device}: off`;
		}
	},
	back: {
		words: '[DEVICE]',
		help: 'and on again: does the router still know its key?',
		run: (router, device = 'printer') =>
			router.device(device).reconnect() ? `${device}: connected again` : `${device}: could not connect`
	},
	button: {
		help: "press the router's own WPS button (opens every network that has WPS)",
		run: router => {
			router.pressRouterButton();
			return 'the router opened all its networks with WPS';
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
	},
	scene: {
		words: 'NAME',
		help: `move to another house: ${Object.keys(SCENES).join(', ')}`,
		run: (router, name = '') =>
			enterScene(router, name)
				? `${name}: ${SCENES[name]!.help}`
				: `scene NAME, with one of ${Object.keys(SCENES).join(', ')}`
	}
};

export function help(): string {
	return Object.entries(ACTIONS)
		.map(([word, { words, help: text }]) => `  ${`${word} ${words ?? ''}`.padEnd(20)} ${text}`)
		.join('\n');
}

/** Does what a line says; null: no such action. */
export function act(router: SimulatedRouter, line: string): string | null {
	const text = line.trim().replaceAll(/\s+/g, ' ');
	const word = Object.keys(ACTIONS).find(known => text === known || text.startsWith(`${known} `));
	if (word === undefined) return null;
	const words = text.slice(word.length).split(' ').filter(Boolean);
	return ACTIONS[word]!.run(router, ...words);
}

/** What is asked of POST /simulator. */
export interface Order {
	/** A line for a person's action, or one of the words below. */
	action?: string;
	/** With action `call`: as `ubus call`. `list` takes an object as well. */
	object?: string;
	method?: string;
	args?: Message;
	/** With action `set`: options of a section of the wireless configuration; null deletes. */
	section?: string;
	options?: Record<string, string | null>;
}

/** The status and body for an order. */
export async function obey(router: SimulatedRouter, order: Order): Promise<[status: number, body: object]> {
	const { action = '', object, method, section } = order;
	if (action === 'call' && object && method) return [200, await router.request(object, method, order.args ?? {})];
	if (action === 'list') {
		const objects = router.bus.list(object ?? '*').map(found => ({
			...found,
			arguments: router.rpcd.signature(found.name)
		}));
		return [200, { objects }];
	}
	if (action === 'log') return [200, { lines: router.logd.text }];
	if (action === 'set' && section) {
		router.setOptions(section, order.options ?? {});
		return [200, { said: `${section} changed` }];
	}
	const said = act(router, action);
	return said === null
		? [400, { error: `No such action: ${action}`, actions: Object.keys(ACTIONS) }]
		: [200, { said }];
}
