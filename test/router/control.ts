import type { Message } from './bus';
import { inHouse } from './household';
import type { SimulatedRouter } from './router';
import { ALIASES, STORIES } from './stories';

/** Words of a story, and perhaps whom it is about; null: no such word. */
export function readWords(text: string): { word: string; object?: string } | null {
	const words = text.trim().split(/\s+/);
	for (const count of [words.length, words.length - 1]) {
		const word = words.slice(0, count).join(' ');
		const object = words[count];
		if (Object.hasOwn(STORIES, ALIASES[word] ?? word)) return { word, ...(object && { object }) };
	}
	return null;
}

/** Null: no such word. */
export function act(router: SimulatedRouter, word: string, object?: string): string | Promise<string> | null {
	const name = ALIASES[word] ?? word;
	return (Object.hasOwn(STORIES, name) && STORIES[name]?.run(router, object)) || null;
}

/** Does what a line says; null: there is no such word. */
export async function actByWords(router: SimulatedRouter, line: string): Promise<string | null> {
	const words = readWords(line);
	return words && (await act(router, words.word, words.object));
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
		inHouse(router, device ?? 'printer').joinByPin(order.pin);
		return [200, { said: `${device ?? 'printer'}: joins by PIN` }];
	}
	if (action === 'reconnect' && device) return [200, { said: String(router.device(device).reconnect()) }];
	if (action === 'light') {
		const name = [...router.leds.keys()].find(led => /:(wps|qss)$/.test(led));
		return [200, { shine: name === undefined ? null : router.led(name).shine }];
	}
	if (action === 'log') return [200, { lines: router.logd.text }];
	if (action === 'set' && section) {
		router.setOptions(section, order.options ?? {});
		return [200, { said: `${section} changed` }];
	}
	const said = await act(router, action, device);
	return said === null
		? [400, { error: `No such action: ${action}`, actions: Object.keys(STORIES) }]
		: [200, { said }];
}
