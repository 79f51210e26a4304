import './builtins';
import { deepEqual, equal } from 'node:assert/strict';
import * as fc from 'fast-check';
import { ANY, asComments, keyLine, linesText, keyLinesOf, type Key } from '../../../src/core/keyfile';
import { readPskFile, toPsk, type Entry } from '../../router/hostapd/psk-file';

/** hostapd starts with this file, by our reading. */
const isAccepted = (text: string) => !keyLinesOf(text).some(line => line.refused);

/** What hostapd takes from a file, in its order; null: it gives up. */
function readAsHostapd(text: string): Entry[] | null {
	const { entries, error } = readPskFile(text, '/etc/hostapd.psk', 'Home');
	return error === null ? entries.toReversed() : null;
}

const MAC = '02:00:00:00:01:00';
const HEX = '0123456789abcdef'.repeat(4);

/** The only line of a file: refused, nothing, or the key that hostapd takes from it. */
function take(text: string): Key | 'refused' | 'nothing' {
	const [line] = keyLinesOf(`${text}\n`);
	return line.refused ? 'refused' : (line.key ?? 'nothing');
}

const key = (change: Partial<Key> = {}): Key => ({
	id: null,
	wps: false,
	mac: MAC,
	secret: 'correct horse',
	...change
});

/** Every rule of the file: a line, and what hostapd makes of it. */
const RULES: [rule: string, line: string, taken: Key | 'refused' | 'nothing'][] = [
	['an empty line is nothing', '', 'nothing'],
	['a comment begins in the first column', '# 02:00 anything', 'nothing'],
	['an indented comment is none', ' # a comment', 'refused'],
	['a line of spaces only is refused', '   ', 'refused'],
	['a device and its passphrase', `${MAC} correct horse`, key()],
	['64 hexadecimal digits are a PSK', `${MAC} ${HEX}`, key({ secret: HEX })],
	['their case does not matter', `${MAC} ${HEX.toUpperCase()}`, key({ secret: HEX.toUpperCase() })],
	['64 other characters are refused', `${MAC} ${HEX.slice(1)}g`, 'refused'],
	['63 are a passphrase', `${MAC} ${HEX.slice(1)}`, key({ secret: HEX.slice(1) })],
	['65 are refused', `${MAC} ${HEX}0`, 'refused'],
	['8 are a passphrase', `${MAC} 12345678`, key({ secret: '12345678' })],
	['7 are refused', `${MAC} 1234567`, 'refused'],
	['a device without a key is refused', MAC, 'refused'],
	['the same with a space', `${MAC} `, 'refused'],
	['a key without a device is refused', 'correct horse', 'refused'],
	['the address of all', `${ANY} correct horse`, key({ mac: ANY })],
	['an address in capitals', '02:00:00:00:AB:CD correct horse', key({ mac: '02:00:00:00:ab:cd' })],
	['an address in another way is refused', '02-00-00-00-01-00 correct horse', 'refused'],
	['an address that is too short is refused', '02:00:00:00:01 correct horse', 'refused'],
	['what is glued to an address is not looked at', `${MAC}xy correct horse`, key()],
	['spaces before the address are skipped', `  ${MAC} correct horse`, key()],
	['spaces before the passphrase are part of it', `${MAC}   correct horse`, key({ secret: '  correct horse' })],
	['spaces behind it as well', `${MAC} correct horse  `, key({ secret: 'correct horse  ' })],
	['# in it is kept', `${MAC} #correct#horse`, key({ secret: '#correct#horse' })],
	['= in it is kept', `${MAC} wps=1 correct`, key({ secret: 'wps=1 correct' })],
	['CR at the end becomes part of it', `${MAC} correct horse\r`, key({ secret: 'correct horse\r' })],
	['TAB is no separator', `${MAC}\tcorrecthorse`, 'refused'],
	['but hides behind the address', `${MAC}\tcorrect horsehorse`, key({ secret: 'horsehorse' })],
	['TAB before the address is refused', `\t${MAC} correct horse`, 'refused'],
	['wps=1', `wps=1 ${MAC} correct horse`, key({ wps: true })],
	['wps=2 is on as well', `wps=2 ${MAC} correct horse`, key({ wps: true })],
	['wps=0', `wps=0 ${MAC} correct horse`, key()],
	['wps=yes means no', `wps=yes ${MAC} correct horse`, key()],
	['wps= means no', `wps= ${MAC} correct horse`, key()],
	['wps==1 means no', `wps==1 ${MAC} correct horse`, key()],
	['wps=TAB 1 is on', `wps=\t1 ${MAC} correct horse`, key({ wps: true })],
	['wps=01x is on', `wps=01x ${MAC} correct horse`, key({ wps: true })],
	['the last wps counts', `wps=1 wps=0 ${MAC} correct horse`, key()],
	['keyid', `keyid=printer ${MAC} correct horse`, key({ id: 'printer' })],
	['an empty keyid is none', `keyid= ${MAC} correct horse`, key()],
	['a keyid of 31 characters', `keyid=${HEX.slice(0, 31)} ${MAC} correct horse`, key({ id: HEX.slice(0, 31) })],
	['one of 32 is refused', `keyid=${HEX.slice(0, 32)} ${MAC} correct horse`, 'refused'],
	['vlanid', `vlanid=3 ${MAC} correct horse`, key()],
	['several tags in any order', `wps=1 vlanid=3 keyid=a ${MAC} correct horse`, key({ id: 'a', wps: true })],
	['several spaces between tags', `wps=1   keyid=a  ${MAC} correct horse`, key({ id: 'a', wps: true })],
	['an unknown tag is refused', `name=printer ${MAC} correct horse`, 'refused'],
	['a tag in capitals is unknown', `WPS=1 ${MAC} correct horse`, 'refused'],
	['a tag without a name is refused', `=1 ${MAC} correct horse`, 'refused'],
	['= alone is refused', `= ${MAC} correct horse`, 'refused'],
	['a tag behind the address is the key', `${MAC} keyid=abcd`, key({ secret: 'keyid=abcd' })],
	['a tag alone is refused', 'wps=1', 'refused'],
	['127 bytes fit', `${' '.repeat(127 - 31)}${MAC} correct horse`, key()],
	['128 do not', `${' '.repeat(128 - 31)}${MAC} correct horse`, 'refused'],
	['a comment of 127 bytes', `#${'x'.repeat(126)}`, 'nothing'],
	['one of 128 is refused', `#${'x'.repeat(127)}`, 'refused'],
	['behind 127 bytes of a comment is a line of its own', `#${'x'.repeat(126)}${MAC} correct horse`, key()],
	['a passphrase in UTF-8 is counted in bytes', `${MAC} ${'ü'.repeat(32)}`, 'refused'],
	['and kept', `${MAC} ${'ü'.repeat(4)}`, key({ secret: 'ü'.repeat(4) })]
];

describe('key file', () => {
	for (const [rule, line, taken] of RULES)
		it(rule, () => {
			deepEqual(take(line), taken);
			// The simulated hostapd, which follows the real one's reader, says the same.
			const read = readAsHostapd(`${line}\n`);
			equal(read === null, taken === 'refused');
			equal(read?.length ?? 0, typeof taken === 'object' ? 1 : 0);
		});

	it('is a text of lines, and the last of them ends', () => {
		const text = `# a\n\n${MAC} correct horse`;
		deepEqual(
			keyLinesOf(text).map(line => line.text),
			['# a', '', `${MAC} correct horse`]
		);
		equal(linesText(keyLinesOf(text)), `${text}\n`);
		equal(linesText(keyLinesOf('')), '');
		equal(linesText(keyLinesOf('\n')), '\n');
	});

	it('stays the same when it is read and written', () => {
		const text = fc.array(fc.oneof(fc.string(), fc.constantFrom(...RULES.map(([, line]) => line))));
		fc.assert(
			fc.property(text, lines => {
				const whole = lines.map(line => `${line.replaceAll('\n', '')}\n`).join('');
				equal(linesText(keyLinesOf(whole)), whole);
			})
		);
	});

	it('is taken or refused as hostapd does it, whatever is in it', () => {
		const words = fc.constantFrom(
			MAC,
			ANY,
			HEX,
			'wps=1',
			'wps=0',
			'keyid=a',
			'x=y',
			'correct',
			'horse',
			'#',
			'=',
			''
		);
		const seam = fc.constantFrom(' ', ' ', '  ', '\t', '\r', '\n', '');
		const text = fc.array(fc.tuple(words, seam), { maxLength: 12 }).map(parts => parts.flat().join(''));
		const agree = (whole: string) => {
			const read = readAsHostapd(whole);
			equal(isAccepted(whole), read !== null, JSON.stringify(whole));
			if (read === null) return;
			const keys = keyLinesOf(whole).flatMap(line => line.key ?? []);
			deepEqual(
				keys.map(({ id, wps, mac, secret }) => [id, wps, mac === ANY ? null : mac, toPsk(secret, 'Home')]),
				read.map(({ id, wps, mac, psk }) => [id, wps, mac, psk])
			);
		};
		fc.assert(fc.property(text, agree), { numRuns: 1000 });
		fc.assert(fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), agree), { numRuns: 500 });
	});

	it('writes a key so that hostapd reads that key', () => {
		for (const id of [null, 'wps-01234567'])
			for (const wps of [false, true]) {
				const written = key({ id, wps, secret: HEX });
				deepEqual(take(keyLine(written).text), written);
			}
	});

	it('keeps what hostapd refuses as comments that it does not', () => {
		for (const [, text, taken] of RULES) {
			if (taken !== 'refused') continue;
			const comments = asComments({ text, refused: true, key: null });
			equal(isAccepted(linesText(comments)), true, text);
			equal(comments.map(line => line.text.slice(1)).join(''), text);
		}
	});
});
