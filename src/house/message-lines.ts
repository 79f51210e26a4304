/** No message of ours is longer, bytes; longer ones are skipped. */
export const MESSAGE_LIMIT = 16384;

/** As hexadecimal, with the topic (65535 bytes at most, ours are far shorter) and the flag in front. */
const LINE_LIMIT = 2 * MESSAGE_LIMIT + 512;

/** What has come of a line so far. `skipping`: it is too long, its rest is thrown away. */
export interface Reader {
	rest: string;
	skipping: boolean;
}

/** A message as mosquitto_sub wrote it. */
export interface Message {
	/** Not said now: the broker had kept it. */
	retained: boolean;
	topic: string;
	payload: string;
}

/** The lines that are complete with this piece. */
export function feed(reader: Reader, piece: string): string[] {
	const lines = split(piece, '\n');
	const complete: string[] = [];

	for (let i = 0; i < length(lines); i++) {
		const last = i === length(lines) - 1;
		if (!reader.skipping) reader.rest += lines[i];
		if (length(reader.rest) > LINE_LIMIT) {
			reader.skipping = true;
			reader.rest = '';
		}
		if (last) continue;
		if (!reader.skipping) push(complete, reader.rest);
		reader.rest = '';
		reader.skipping = false;
	}

	return complete;
}

/** The message of a line `<retained> <payload in hexadecimal> <topic>`, or null. */
export function readLine(line: string): Message | null {
	const flag = substr(line, 0, 2);
	const rest = substr(line, 2);
	const end = index(rest, ' ');
	if ((flag !== '0 ' && flag !== '1 ') || end < 0) return null;

	const payload = end === 0 ? '' : hexdec(substr(rest, 0, end));
	return payload === null ? null : { retained: flag === '1 ', topic: substr(rest, end + 1), payload };
}
