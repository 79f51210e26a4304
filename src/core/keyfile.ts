/**
 * The grammar of a key file as hostapd reads it (`wpa_psk_file`: hostapd_config_read_wpa_psk in hostap's
 * src/ap/ap_config.c, the same from 2.7 on): one refused line, and the whole radio stays down.
 */

/** A key that hostapd takes from a line. */
export interface Key {
	/** `keyid=`: what AP-STA-CONNECTED says of a device that came with it; null without one. */
	id: string | null;
	/** `wps=1`: it is handed over to a device that joins. */
	wps: boolean;
	/** Small letters; ANY: whoever knows it may come with it. */
	mac: string;
	/** 64 hexadecimal digits, or a passphrase. */
	secret: string;
}

/** One line of the file, without its end. `key` is null in comments, in empty lines, and in what hostapd refuses. */
export interface Line {
	text: string;
	refused: boolean;
	key: Key | null;
}

/** The address that stands for all. */
export const ANY = '00:00:00:00:00:00';

/** What fgets reads at once into hostapd's buffer of 128 bytes. */
const PIECE = 127;

/** Longest `keyid` (KEYID_LEN, src/ap/ap_config.h). */
const ID_LENGTH = 31;

const TAGS = ['keyid', 'wps', 'vlanid'];

// ucode compiles a regular expression each time it comes to it (vm.c, uc_vm_insn_load_regexp).
const ADDRESS = /([0-9a-f]{2}:){5}[0-9a-f]{2}/;
const HEX_KEY = /[0-9A-Fa-f]{64}/;
const NUMBER = /[+-]?0*[1-9]/;

const REFUSED_LINE: Line = { text: '', refused: true, key: null };
const EMPTY_LINE: Line = { text: '', refused: false, key: null };

/** The text without the characters that lead it. */
function withoutLeading(text: string, character: string): string {
	let start = 0;
	while (substr(text, start, 1) === character) start++;

	return substr(text, start);
}

/** What stands before the first such character, and what behind; without one nothing does. */
function cut(text: string, character: string): [before: string, behind: string] {
	const place = index(text, character);
	return place < 0 ? [text, ''] : [substr(text, 0, place), substr(text, place + 1)];
}

/** Whether atoi makes something else than 0 of it. */
function isNumber(text: string): boolean {
	const digits = trim(text);
	const found = match(digits, NUMBER)?.[0] ?? null;
	return found !== null && index(digits, found) === 0;
}

/** The address at the beginning of a word: hostapd does not mind what follows it (hwaddr_aton, src/utils/common.c). */
function addressOf(word: string): string | null {
	const address = lc(substr(word, 0, length(ANY)));
	return match(address, ADDRESS)?.[0] === address ? address : null;
}

/** Whether this is a key as it is, and no passphrase to derive one from. */
function isHexKey(secret: string): boolean {
	return match(secret, HEX_KEY)?.[0] === secret;
}

function isSecret(text: string): boolean {
	return length(text) === 64 ? isHexKey(text) : length(text) >= 8 && length(text) < 64;
}

/** What hostapd makes of one piece. Only a space separates, and all behind the one after the address is the key. */
function readPiece(piece: string): Line {
	let rest = cut(cut(piece, '\n')[0], chr(0))[0];
	if (rest === '' || substr(rest, 0, 1) === '#') return EMPTY_LINE;

	let word = '';
	let id: string | null = null;
	let wps = false;
	while (true) {
		const parts = cut(withoutLeading(rest, ' '), ' ');
		word = parts[0];
		rest = parts[1];

		const tag = cut(withoutLeading(word, '='), '=');
		if (index(word, '=') < 0 || tag[0] === '') break;
		if (index(TAGS, tag[0]) < 0) return REFUSED_LINE;
		if (tag[0] === 'keyid') id = tag[1];
		if (tag[0] === 'wps') wps = isNumber(tag[1]);
	}

	const mac = addressOf(word);
	if (mac === null || !isSecret(rest) || length(id ?? '') > ID_LENGTH) return REFUSED_LINE;
	return { text: '', refused: false, key: { id: id === '' ? null : id, wps, mac, secret: rest } };
}

/** A line as `keyLine` writes it: the usual one, and the file may have hundreds; null: it is another one. */
function readUsual(text: string): Line | null {
	if (substr(text, 0, 6) !== 'keyid=' || length(text) >= PIECE) return null;

	const words = split(text, ' ');
	const wps = length(words) === 4 && words[1] === 'wps=1';
	if (!wps && length(words) !== 3) return null;

	const mac = words[wps ? 2 : 1];
	const secret = words[wps ? 3 : 2];
	const id = substr(words[0], 6);
	if (id === '' || length(id) > ID_LENGTH || addressOf(mac) !== mac || !isHexKey(secret)) return null;
	return { text, refused: false, key: { id, wps, mac, secret } };
}

/** A line, which hostapd may read in several pieces: each is a line to it. */
function readLine(text: string): Line {
	const usual = readUsual(text);
	if (usual !== null) return usual;

	const whole = `${text}\n`;
	let line = { ...EMPTY_LINE, text };

	for (let start = 0; start < length(whole); start += PIECE) {
		const piece = readPiece(substr(whole, start, PIECE));
		if (piece.refused) return { ...REFUSED_LINE, text };
		if (piece.key !== null) line = { ...piece, text };
	}

	return line;
}

/** The lines of a file. */
export function keyLinesOf(text: string): Line[] {
	const lines = map(split(text, '\n'), readLine);
	// Behind the last newline there is none.
	if (lines[length(lines) - 1]?.text === '') pop(lines);

	return lines;
}

/** The file with these lines; the last one ends as well: hostapd glues what it appends to one that does not. */
export function linesText(lines: Line[]): string {
	return join(
		'',
		map(lines, line => `${line.text}\n`)
	);
}

/** The line of a key. */
export function keyLine(key: Key): Line {
	const id = key.id === null ? '' : `keyid=${key.id} `;

	return { text: `${id}${key.wps ? 'wps=1 ' : ''}${key.mac} ${key.secret}`, refused: false, key };
}

/** A line that hostapd refuses, as comments that it does not: nothing is lost, and the radio comes up. */
export function asComments(line: Line): Line[] {
	const comments: Line[] = [];
	for (let start = 0; start < length(line.text); start += PIECE - 2)
		push(comments, { ...EMPTY_LINE, text: `#${substr(line.text, start, PIECE - 2)}` });

	return comments;
}
