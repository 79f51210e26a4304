/*
 * .lmo, what LuCI looks translations up in: the texts, each padded with zeros to a multiple of 4;
 * then the index, four big-endian u32 an entry, sorted by the first; then one u32, where the index begins.
 *
 *   key     hash of `context\1msgid\2form`, context and form (0, 1, …) only where there are any;
 *           0 for the rule of the plural forms
 *   forms   how many plural forms the message has; 0 for the rule
 *   offset  where the text begins
 *   length  how many bytes it has
 *
 * Texts are bytes: strings here hold one byte a character ('latin1'), as the hash wants them.
 */

interface Message {
	msgctxt: string;
	msgid: string;
	msgid_plural: string;
	msgstr: string[];
}

interface Entry {
	key: number;
	forms: number;
	offset: number;
	length: number;
}

/** Paul Hsieh's SuperFastHash, begun with the length. */
export function hash(text: string): number {
	if (text.length === 0) return 0;
	const byte = (at: number) => text.charCodeAt(at);
	const pair = (at: number) => byte(at) | (byte(at + 1) << 8);
	const signed = (at: number) => (byte(at) << 24) >> 24;
	const whole = text.length & ~3;
	let sum = text.length;
	for (let at = 0; at < whole; at += 4) {
		sum = (sum + pair(at)) | 0;
		sum = (sum << 16) ^ (pair(at + 2) << 11) ^ sum;
		sum = (sum + (sum >>> 11)) | 0;
	}
	switch (text.length & 3) {
		case 3:
			sum = (sum + pair(whole)) | 0;
			sum ^= sum << 16;
			sum ^= signed(whole + 2) << 18;
			sum = (sum + (sum >>> 11)) | 0;
			break;
		case 2:
			sum = (sum + pair(whole)) | 0;
			sum ^= sum << 11;
			sum = (sum + (sum >>> 17)) | 0;
			break;
		case 1:
			sum = (sum + signed(whole)) | 0;
			sum ^= sum << 10;
			sum = (sum + (sum >>> 1)) | 0;
			break;
	}
	sum ^= sum << 3;
	sum = (sum + (sum >>> 5)) | 0;
	sum ^= sum << 4;
	sum = (sum + (sum >>> 17)) | 0;
	sum ^= sum << 25;
	sum = (sum + (sum >>> 6)) | 0;
	return sum >>> 0;
}

/** The messages of a catalogue. Of the escapes only `\"` and `\\` are resolved: the others LuCI resolves itself. */
function readMessages(po: string): Message[] {
	const messages: Message[] = [];
	let message: Message | null = null;
	let append: (text: string) => void = () => {};
	for (const line of po.split('\n')) {
		const [, keyword, index, text] =
			/^(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d)\])?\s+)?"(.*)"/.exec(line) ?? [];
		if (text === undefined) continue;
		if (keyword !== undefined) {
			const begins = keyword === 'msgctxt' || (keyword === 'msgid' && (!message || message.msgstr.length > 0));
			if (begins || !message) messages.push((message = { msgctxt: '', msgid: '', msgid_plural: '', msgstr: [] }));
			const current = message;
			if (keyword === 'msgstr') {
				const form = Number(index ?? 0);
				current.msgstr[form] = '';
				append = more => (current.msgstr[form] += more);
			} else {
				const field = keyword as Exclude<keyof Message, 'msgstr'>;
				append = more => (current[field] += more);
			}
		}
		append(text.replaceAll(/\\(["\\])/g, '$1'));
	}
	return messages;
}

/** The `.lmo` for a catalogue, the same bytes as po2lmo's, or null when nothing is translated. */
export function buildLmo(po: Uint8Array): Buffer | null {
	const entries: Entry[] = [];
	const texts: string[] = [];
	let offset = 0;
	const add = (key: number, forms: number, text: string) => {
		const padding = '\0'.repeat(-text.length & 3);
		entries.push({ key, forms, offset, length: text.length });
		texts.push(text + padding);
		offset += text.length + padding.length;
	};

	for (const { msgctxt, msgid, msgid_plural, msgstr } of readMessages(Buffer.from(po).toString('latin1'))) {
		if (msgid === '') {
			const rule = /(?:^|\\n)Plural-Forms: (.*?)\\n/i.exec(msgstr[0] ?? '')?.[1];
			if (rule !== undefined) add(0, 0, rule);
			continue;
		}
		if (!msgstr[0]) continue;
		msgstr.forEach((text, form) => {
			const key = (msgctxt && `${msgctxt}\x01`) + msgid + (msgid_plural && `\x02${form}`);
			if (text !== '' && hash(key) !== hash(text)) add(hash(key), msgstr.length, text);
		});
	}
	if (offset === 0) return null;

	const index = entries.toSorted((a, b) => a.key - b.key).flatMap(Object.values) as number[];
	const tail = Buffer.alloc(index.length * 4 + 4);
	[...index, offset].forEach((value, at) => tail.writeUInt32BE(value, at * 4));
	return Buffer.concat([Buffer.from(texts.join(''), 'latin1'), tail]);
}
