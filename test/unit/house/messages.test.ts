import '../core/builtins';
import * as fc from 'fast-check';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { subscriberOptions } from '../../../src/house/client-options';
import { readCommand } from '../../../src/house/command-reading';
import { feed, MESSAGE_LIMIT, type Reader, readLine } from '../../../src/house/message-lines';
import { newBucket, take } from '../../../src/house/rate-limit';
import { readReport } from '../../../src/house/report-reading';
import { pauseAfter } from '../../../src/house/retry-pause';
import { nameFrom, readSettings } from '../../../src/house/settings';
import { printable } from '../../../src/house/text';
import { isId, isName, keyOf, kindOf } from '../../../src/house/topics';
import { hearUuid, isUuid, uuidFrom } from '../../../src/house/uuid';
import { fromBinary, toBytes } from '../../router/ucode/bytes';
import { Street } from './neighbourhood';

describe('A line of mosquitto_sub', () => {
	const bytes = (text: string) => toBytes(text).toString('hex');

	it('holds a message, whatever is in it', () => {
		fc.assert(
			fc.property(fc.boolean(), fc.uint8Array({ maxLength: 60 }), (retained, payload) => {
				const text = fromBinary(Buffer.from(payload).toString('latin1'));
				const line = `${retained ? 1 : 0} ${bytes(text)} wps/1/house/command`;
				deepEqual(readLine(line), { retained, topic: 'wps/1/house/command', payload: text });
			})
		);
	});

	for (const line of [
		'',
		'0',
		'0 ',
		'0 7b',
		'2 7b a',
		'0 7b7 a',
		'0 xx a',
		'07b a',
		'Error: The connection was lost.'
	])
		it(`is none: ${JSON.stringify(line)}`, () => equal(readLine(line), null));

	it('may come in pieces', () => {
		fc.assert(
			fc.property(
				fc.array(fc.stringMatching(/^[a-z]{0,8}$/), { maxLength: 8 }),
				fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
				(lines, sizes) => {
					const text = lines.map(line => `${line}\n`).join('');
					const reader: Reader = { rest: '', skipping: false };
					const found: string[] = [];
					for (let at = 0; at < text.length;) {
						const size = sizes.next().value!;
						found.push(...feed(reader, text.slice(at, at + size)));
						at += size;
					}
					deepEqual(found, lines);
				}
			)
		);
	});

	it('that is too long is skipped to its end, in little memory', () => {
		const reader: Reader = { rest: '', skipping: false };
		for (let piece = 0; piece < 100; piece++) {
			deepEqual(feed(reader, 'x'.repeat(MESSAGE_LIMIT)), []);
			ok(reader.rest.length <= 3 * MESSAGE_LIMIT);
		}
		deepEqual(feed(reader, 'x\n0 7b a\n'), ['0 7b a']);
	});
});

describe('A topic', () => {
	it('tells what a message is', () => {
		deepEqual(kindOf('wps/1/router/attic/state', 'wps', 'attic'), { kind: 'state', router: 'attic', version: 1 });
		deepEqual(kindOf('wps/0/router/attic/state', 'wps', 'attic'), { kind: 'state', router: 'attic', version: 0 });
		equal(kindOf('wps/1/router/attic/command', 'wps', 'attic').kind, 'command');
		equal(kindOf('wps/1/router/cellar/command', 'wps', 'attic').kind, 'other');
		equal(kindOf('wps/1/house/command', 'wps', 'attic').kind, 'house_command');
		for (const topic of [
			'',
			'wps',
			'wps/1/router/a b/state',
			'wps/x/router/a/state',
			'wps/1/router/a/state/x',
			'xps/1/router/a/state'
		])
			equal(kindOf(topic, 'wps', 'attic').kind, 'other', topic);
	});

	it('takes a name of letters, digits, _ and -', () => {
		for (const name of ['attic', 'A-1_b', 'x'.repeat(32)]) ok(isName(name));
		for (const name of ['', 'a/b', 'a+', '#', 'ä', 'a b', 'a\0b', 'x'.repeat(33), 7, null, ['a']])
			ok(!isName(name), String(name));
		equal(nameFrom('OpenWrt.lan'), 'OpenWrt-lan');
		equal(nameFrom(''), 'router');
		ok(isName(nameFrom('Küche 2 / oben'.repeat(9))));
	});
});

describe('A text from outside', () => {
	it('is valid UTF-8 without control characters, within its bounds', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 90 }), fc.integer({ min: 0, max: 64 }), (bytes, limit) => {
				const shown = printable(fromBinary(Buffer.from(bytes).toString('latin1')), limit);
				ok(Buffer.byteLength(shown) <= limit);
				ok(!/[\p{Cc}\udc80-\udcff]/u.test(shown.replace(/[\u0080-\u009f]/g, '')), JSON.stringify(shown));
			})
		);
	});

	it('is refused where a character is written too long, is half of a pair, or is beyond the last one', () => {
		const cases: [number[], string][] = [
			[[0xe0, 0x80, 0x80], '???'],
			[[0xed, 0xa0, 0x80], '???'],
			[[0xf0, 0x80, 0x80, 0x80], '????'],
			[[0xf4, 0x90, 0x80, 0x80], '????']
		];
		for (const [bytes, shown] of cases)
			equal(printable(fromBinary(Buffer.from(bytes).toString('latin1')), 64), shown);
	});

	it('stays what it is when nothing is wrong with it', () => {
		for (const text of ['Drucker', 'Küche', '日本語', '👩‍💻', '<b>']) equal(printable(text, 64), text);
		equal(printable('日本語', 7), '日本');
	});
});

describe('What a router says of itself', () => {
	const value = fc.jsonValue({ maxDepth: 5 });

	it('is read as far as it makes sense, and raises nothing', () => {
		fc.assert(
			fc.property(value, value, value, (networks, window, run) => {
				for (const one of [
					networks,
					{ run: 'a', seq: 1, there: true, networks },
					{ run, seq: 1, there: true, networks: { n48: { ssid: 'H', window } } },
					{
						run: 'a',
						seq: 1,
						there: true,
						networks: {
							n48: { ssid: 'H', window: { ids: ['a'], by: 'b', age: 1, order: window, outcome: run } }
						}
					}
				]) {
					// the stand-in refuses numbers of which it can't say what ucode makes
					const text = JSON.stringify(one).replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/g, '7');
					const report = readReport(text);
					for (const network of Object.values(report?.networks ?? {})) {
						ok(network.ssid.length <= 64);
						ok(network.window === null || network.window.ids.every(isId));
					}
				}
			})
		);
	});

	it('has sixteen networks at most', () => {
		const networks = Object.fromEntries(
			Array.from({ length: 40 }, (_none, number) => [keyOf(`Home${number}`), { ssid: `Home${number}` }])
		);
		const read = readReport(JSON.stringify({ run: 'r', seq: 1, there: true, networks }));
		equal(Object.keys(read?.networks ?? {}).length, 16);
	});

	it('is nothing when it is no JSON', () =>
		fc.assert(fc.property(fc.stringMatching(/^[^{]{0,20}$/), text => equal(readReport(text), null))));

	it('names networks by their bytes', () => equal(keyOf('Hömé'), 'n48c3b66dc3a9'));
});

describe('A command', () => {
	const { model } = new Street(1).places[0]!;
	const read = (order: object, retained = false) => readCommand(model, JSON.stringify(order), retained, 1000).refusal;
	let count = 0;
	const order = (more: object = {}) => ({ id: `c${count++}`, command: 'start', network: 'Home', at: 1000, ...more });

	it('is obeyed once, now, and by who has the network', () => {
		equal(read(order()), null);
		equal(read(order({ network: undefined, key: keyOf('Home') })), null);
		equal(read(order(), true), 'retained');
		equal(read(order({ at: 970 })), null);
		equal(read(order({ at: 969 })), 'too_old');
		equal(read(order({ at: 1031 })), 'clock');
		equal(read(order({ network: 'Guest' })), 'unknown_network');
		equal(read(order({ id: 'c0' })), 'repeated');
	});
});

describe('Limits', () => {
	it('let a few pass at once, and more with time', () => {
		const bucket = newBucket(3, 1000, 0);
		deepEqual(
			[0, 0, 0, 0, 999, 1000, 1001, 9000, 9000, 9000, 9000].map(at => take(bucket, at)),
			[true, true, true, false, false, true, false, true, true, true, false]
		);
	});

	it('make pauses grow, and less so while a window is open', () => {
		deepEqual(
			[1, 2, 3, 5, 7, 99].map(failures => pauseAfter(failures, false)),
			[1000, 2000, 4000, 16000, 60000, 60000]
		);
		equal(pauseAfter(9, true), 4000);
	});
});

describe('The UUID of a house', () => {
	it('goes into a configuration, so nothing else passes', () => {
		ok(isUuid(uuidFrom('0123456789abcdef01234567')));
		for (const text of [
			'',
			'77707300-0123-4456-8789-abcdef012345\nx=1',
			'00000000-0123-4456-8789-abcdef012345',
			'77707300-0123-4456-8789-ABCDEF012345'
		])
			ok(!isUuid(text));
	});

	it('changes a few times at most', () => {
		const naming = { own: null, heard: false, changes: 0 };
		const kept = [0, 0, 1, 2, 3, 4].map(digit => hearUuid(naming, uuidFrom(String(digit).repeat(24))));
		deepEqual(kept, [true, false, true, true, false, false]);
	});
});

describe('Settings', () => {
	const read = (section: object, password: string | null = null) =>
		readSettings(section as never, 'OpenWrt', password);

	it('need a broker, and have the usual for the rest', () => {
		equal(read({}).culprit, 'broker');
		const { settings } = read({ broker: 'mqtt.lan', tls: 'on', name: '' });
		deepEqual(
			[settings?.port, settings?.prefix, settings?.name, settings?.turns, settings?.discovery],
			[8883, 'wps', 'OpenWrt', 'auto', null]
		);
	});

	it('can bring no other option into a file of options', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('broker', 'port', 'cafile', 'username', 'prefix', 'name', 'discovery'),
				fc.string({ maxLength: 40 }),
				fc.string({ maxLength: 40 }),
				(option, text, password) => {
					const section = { broker: 'b', tls: '1', username: 'u', password_file: '/p', [option]: text };
					const { settings } = read(section, password);
					if (settings === null) return;
					const lines = subscriberOptions(settings, [], '{}').split('\n');
					equal(lines.length, 20, JSON.stringify(lines));
					for (const line of lines) ok(line === '' || /^--?[a-zA-Z-]+( |$)/.test(line), line);
				}
			)
		);
	});

	for (const [option, value] of Object.entries({
		port: '65536',
		keepalive: '4',
		turns: 'yes',
		cafile: 'ca.crt',
		prefix: '/wps',
		certfile: '/a',
		broker: '-h'
	}))
		it(`does not take ${option} '${value}'`, () => equal(read({ broker: 'b', [option]: value }).culprit, option));
});
