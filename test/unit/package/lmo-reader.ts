/*
 * Reads a catalogue the way LuCI does (lib/lmo.c): hash, binary search, text. Written from its
 * description, in 64 bits where the writer works in 32, and sharing nothing with it.
 */
const MASK = 0xffffffffn;

function hashOf(key: Uint8Array): number {
	if (key.length === 0) return 0;
	const at = (index: number) => BigInt(key[index]!);
	const signedAt = (index: number) => BigInt.asIntN(8, at(index));
	let hash = BigInt(key.length);
	const add = (value: bigint) => (hash = (hash + value) & MASK);
	const mix = (value: bigint) => (hash = (hash ^ value) & MASK);
	let index = 0;
	for (; index + 4 <= key.length; index += 4) {
		add(at(index) + at(index + 1) * 256n);
		const high = (at(index + 2) + at(index + 3) * 256n) << 11n;
		hash = ((hash << 16n) ^ high ^ hash) & MASK;
		add(hash >> 11n);
	}
	const rest = key.length - index;
	if (rest === 3) {
		add(at(index) + at(index + 1) * 256n);
		mix(hash << 16n);
		mix(signedAt(index + 2) << 18n);
		add(hash >> 11n);
	} else if (rest === 2) {
		add(at(index) + at(index + 1) * 256n);
		mix(hash << 11n);
		add(hash >> 17n);
	} else if (rest === 1) {
		add(signedAt(index));
		mix(hash << 10n);
		add(hash >> 1n);
	}
	mix(hash << 3n);
	add(hash >> 5n);
	mix(hash << 4n);
	add(hash >> 17n);
	mix(hash << 25n);
	add(hash >> 6n);
	return Number(hash);
}

/** The hash of a text in UTF-8. */
export const hashText = (text: string) => hashOf(new TextEncoder().encode(text));

/** A catalogue as LuCI maps it. */
export class Lmo {
	#view: DataView;
	#index: number;

	constructor(bytes: Uint8Array) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.#index = this.#view.getUint32(bytes.length - 4);
	}

	get length(): number {
		return (this.#view.byteLength - 4 - this.#index) / 16;
	}

	entry(number: number): { key: number; forms: number; text: string } {
		const at = this.#index + number * 16;
		const [key, forms, offset, length] = [0, 4, 8, 12].map(field => this.#view.getUint32(at + field));
		const text = new Uint8Array(this.#view.buffer, this.#view.byteOffset + offset!, length);
		return { key: key!, forms: forms!, text: new TextDecoder('utf-8', { fatal: true }).decode(text) };
	}

	find(hash: number): string | null {
		let [left, right] = [0, this.length - 1];
		while (left <= right) {
			const middle = (left + right) >> 1;
			const { key, text } = this.entry(middle);
			if (key === hash) return text;
			if (key > hash) right = middle - 1;
			else left = middle + 1;
		}
		return null;
	}

	translate(message: string, { context = '', form = -1 } = {}): string | null {
		return this.find(hashText((context && `${context}\x01`) + message + (form < 0 ? '' : `\x02${form}`)));
	}
}
