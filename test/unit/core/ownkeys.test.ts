import './builtins';
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { ANY } from '../../../src/core/keyfile';
import * as keys from '../../../src/core/ownkeys';
import { readPskFile, type Entry } from '../../router/hostapd/psk-file';

const PHONE = '02:00:00:00:01:00';
const PRINTER = '02:00:00:00:02:00';
const TELEVISION = '02:00:00:00:03:00';

/** The key of this number, and its line without tags. */
const secret = (number: number) => number.toString(16).padStart(64, '0');
const fresh = (number: number): keys.Fresh => ({
	id: `wps-${number.toString(16).padStart(8, '0')}`,
	secret: secret(number)
});
const line = (number: number, mac: string, wps = false) =>
	`keyid=${fresh(number).id} ${wps ? 'wps=1 ' : ''}${mac} ${secret(number)}\n`;

/** hostapd_wps_lookup_pskfile_cb (hostap src/ap/wps_hostapd.c): what it hands over; its list begins with the last line. */
function handedOver(entries: Entry[], mac: string): string | null {
	const offered = entries.filter(entry => entry.wps);
	return (offered.find(entry => entry.mac === mac) ?? offered.find(entry => entry.mac === null))?.psk ?? null;
}

/** hostapd_get_psk (src/ap/ap_config.c): may this device come with this key? */
const admits = (entries: Entry[], mac: string, key: string) =>
	entries.some(entry => entry.psk === key && [mac, null].includes(entry.mac));

/** What hostapd holds of the file, the last line first. */
function read(text: string): Entry[] {
	const { entries, error } = readPskFile(text, '/etc/hostapd.psk', 'Home');
	equal(error, null);
	return entries;
}

/** The key that a device gets by this file. */
const handed = (text: string, mac: string) => handedOver(read(text), mac);

describe('own keys', () => {
	const begun = keys.prepared(null, fresh(1));
	const joined = keys.bound(begun, fresh(1).id, PHONE, fresh(2))!;

	it('begin with a fresh key for whoever joins', () => {
		equal(begun, line(1, ANY, true));
		equal(keys.freshName(begun), fresh(1).id);
		equal(handed(begun, PHONE), secret(1));
		deepEqual(keys.owned(begun), []);
	});

	it('become those of the devices that got them, and a fresh one follows', () => {
		equal(joined, line(1, PHONE) + line(2, ANY, true));
		deepEqual(keys.owned(joined), [{ id: fresh(1).id, mac: PHONE }]);
	});

	it('are none where one line hands the same to all', () => {
		const all = `wps=1 ${ANY} correct horse\n`;
		deepEqual(
			[all, '', '# a note\n', begun, joined].map(text => keys.isShared(text)),
			[true, false, false, false, false]
		);
	});

	it('are not made twice', () => {
		equal(keys.prepared(begun, fresh(9)), begun);
		equal(keys.bound(joined, fresh(1).id, PHONE, fresh(9)), joined);
	});

	it('never go to a second device', () => {
		equal(keys.bound(joined, fresh(1).id, PRINTER, fresh(9)), null);
		equal(keys.bound(joined, 'wps-00000009', PRINTER, fresh(9)), null);
	});

	it('never become those of the address that stands for all', () => {
		equal(keys.bound(begun, fresh(1).id, ANY, fresh(9)), null);
		const aside = keys.setAside(begun, fresh(2));
		equal(keys.withdrawn(aside, ANY, fresh(9)), aside);
	});

	it('of a device that joins again are void', () => {
		const again = keys.bound(joined, fresh(2).id, PHONE, fresh(3))!;
		equal(again, line(2, PHONE) + line(3, ANY, true));
	});

	it('of a device that is removed are gone', () => {
		equal(keys.withdrawn(joined, PHONE, fresh(9)), line(2, ANY, true));
		equal(keys.withdrawn(joined, PRINTER, fresh(9)), joined);
	});

	it('that some device may have are handed to nobody, and stay good for the one that comes with them', () => {
		const aside = keys.setAside(begun, fresh(2));
		equal(aside, line(1, ANY) + line(2, ANY, true));
		deepEqual(keys.owned(aside), [{ id: fresh(1).id, mac: null }]);
		equal(handed(aside, PRINTER), secret(2));
		const came = keys.bound(aside, fresh(1).id, PHONE, fresh(9))!;
		equal(came, line(1, PHONE) + line(2, ANY, true));
	});

	it('are found again where a fresh key is missing', () => {
		equal(keys.prepared(line(1, PHONE), fresh(2)), joined);
		equal(keys.bound(line(1, ANY), fresh(1).id, PHONE, fresh(2)), joined);
	});

	it('leave what somebody wrote into the file', () => {
		const foreign = `# mine\n\nvlanid=3 ${PRINTER} correct horse\nwps=1 ${TELEVISION} ${secret(77)}\n`;
		const text = keys.bound(foreign + begun, fresh(1).id, PHONE, fresh(2))!;
		equal(text, foreign + joined);
		equal(keys.withdrawn(text, PRINTER, fresh(9)), text, 'not ours to withdraw');
		equal(keys.stripped(text), foreign);
		equal(keys.stripped(joined), '');
	});

	it('stand last, whoever wrote below them', () => {
		const appended = `${begun}wps=1 ${ANY} correct horse\n`;
		notEqual(handed(appended, PHONE), secret(1));
		const text = keys.prepared(appended, fresh(9));
		equal(text, `wps=1 ${ANY} correct horse\n${begun}`);
		equal(handed(text, PHONE), secret(1));
	});

	it('are not handed to a device that hostapd has another key for', () => {
		const text = keys.prepared(`wps=1 ${PHONE} ${secret(77)}\n`, fresh(1));
		equal(handed(text, PHONE), secret(77));
		equal(handed(text, PRINTER), secret(1));
	});

	it('are written to no file that hostapd refuses', () => {
		const text = keys.prepared(`${PRINTER} short\n${line(1, PHONE)}`, fresh(2));
		equal(text, `#${PRINTER} short\n${joined}`);
	});

	it('are ours only as we write them', () => {
		const foreign = line(1, PHONE, true);
		equal(keys.prepared(foreign, fresh(2)), foreign + line(2, ANY, true));
		const phrase = `keyid=${fresh(1).id} ${PHONE} correct horse\n`;
		equal(keys.withdrawn(phrase + begun, PHONE, fresh(9)), phrase + begun);
		const twice = line(1, PHONE).replace(secret(1), secret(5)) + begun;
		equal(keys.prepared(twice, fresh(9)), twice);
	});

	it('take a copy of the fresh line for the same key', () => {
		equal(keys.bound(begun + begun, fresh(1).id, PHONE, fresh(2)), joined);
	});
});

/** What happens to a network's file, as its owner, its devices, the access point and accidents have it. */
type Event =
	| { kind: 'join'; mac: string }
	/** The credential was handed over, and nobody knows. */
	| { kind: 'lost'; mac: string }
	/** A device came, and hostapd's log said with which key. */
	| { kind: 'comes'; mac: string }
	| { kind: 'remove'; mac: string }
	| { kind: 'doubt' }
	| { kind: 'write'; text: string };

const DEVICE = fc.constantFrom(PHONE, PRINTER, TELEVISION, '02:00:00:00:04:00');
const EVENT: fc.Arbitrary<Event> = fc.oneof(
	fc.record({ kind: fc.constant('join' as const), mac: DEVICE }),
	fc.record({ kind: fc.constant('lost' as const), mac: DEVICE }),
	fc.record({ kind: fc.constant('comes' as const), mac: DEVICE }),
	fc.record({ kind: fc.constant('remove' as const), mac: DEVICE }),
	fc.record({ kind: fc.constant('doubt' as const) }),
	fc.record({
		kind: fc.constant('write' as const),
		text: fc.constantFrom('# a note', '', '02:00:00:00:09:00 correct horse', 'nonsense', `#${'x'.repeat(200)}`)
	})
);

describe('any story of own keys', () => {
	it('keeps its promises', function () {
		this.timeout(120_000);
		const story = fc.property(fc.array(EVENT, { maxLength: 25 }), events => {
			let number = 1;
			const next = () => fresh(number++);
			let text = keys.prepared(null, next());
			/** What each device got last, and has not lost since. */
			const has = new Map<string, string>();
			/** Every key that was ever handed over, and to whom. */
			const given = new Map<string, string>();
			const notes: string[] = [];

			for (const event of events) {
				const before = read(text);
				switch (event.kind) {
					case 'join':
					case 'lost': {
						const got = handedOver(before, event.mac)!;
						equal(given.has(got), false, 'two devices never share a key');
						given.set(got, event.mac);
						const former = before.find(entry => entry.mac === event.mac && given.has(entry.psk))?.psk;
						has.set(event.mac, got);
						if (event.kind === 'join') {
							const id = before.find(entry => entry.psk === got)!.id!;
							text = keys.bound(text, id, event.mac, next())!;
							if (former) equal(admits(read(text), event.mac, former) && former !== got, false);
						} else text = keys.setAside(text, next());
						break;
					}
					case 'comes': {
						const key = has.get(event.mac);
						const entry = before.find(one => one.psk === key);
						if (entry?.id) text = keys.bound(text, entry.id, event.mac, next()) ?? text;
						break;
					}
					case 'remove':
						// What nobody knows to be this device's can't be withdrawn.
						if (before.some(entry => entry.mac === event.mac)) {
							const kept = before.some(entry => entry.psk === has.get(event.mac) && entry.mac === null);
							text = keys.withdrawn(text, event.mac, next());
							if (!kept) has.delete(event.mac);
						}
						break;
					case 'doubt':
						text = keys.setAside(text, next());
						break;
					case 'write':
						// Behind a file whose last line ends.
						text += `${event.text}\n`;
						notes.push(event.text);
						text = keys.prepared(text, next());
				}

				const after = read(text);
				for (const [mac, key] of has) ok(admits(after, mac, key), `${mac} keeps its key`);
				for (const [key, mac] of given)
					for (const entry of after)
						if (entry.psk === key && entry.mac !== null) equal(entry.mac, mac, 'bound to its own device');
				const [last] = after;
				deepEqual([last.wps, last.mac], [true, null], 'the fresh key is last');
				equal(after.filter(entry => entry.wps && entry.mac === null).length, 1);
				equal(given.has(last.psk), false, 'the fresh key is fresh');
				equal(new Set(after.map(entry => entry.psk)).size, after.length - repeated(notes));
				const left = bare(keys.stripped(text));
				for (const note of notes) ok(left.includes(bare(note)), 'what somebody wrote is there');
			}
		});
		fc.assert(story, { numRuns: 300 });
	});
});

/** Without what makes comments of lines. */
const bare = (text: string) => text.replaceAll(/[\n#]/g, '');

/** How many lines with the same passphrase somebody has written. */
function repeated(notes: string[]): number {
	return Math.max(0, notes.filter(note => note.endsWith('correct horse')).length - 1);
}
