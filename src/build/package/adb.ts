/*
 * ADB, the container of apk v3 (apk-v3(5)). Little-endian throughout.
 *
 * A value is a u32: 4 bits type, 28 bits the number itself or the offset of what it stands for,
 * counted from the 8 bytes header of the database. Behind the offset
 *   a blob       has its length (u8, u16 or u32, aligned to its size), then its bytes
 *   an object    has the number of its slots, this first one counted in, then a value a field;
 *                fields at the end that are null are left out
 *   an array     the same with items
 * Equal data is written once.
 *
 * A file is a magic number, the four letters of its schema, then blocks: u32 with 2 bits type and
 * 30 bits length, itself counted in; the payload; zeros up to a multiple of 8.
 */
import { createHash } from 'node:crypto';
import { deflateRaw } from 'pako';
import type { ApkKey } from './sign';

/** A value; see above. */
export type Value = number;

export const NULL: Value = 0;

const enum Type {
	Int = 0x1,
	Int32 = 0x2,
	Blob8 = 0x8,
	Blob16 = 0x9,
	Blob32 = 0xa,
	Array = 0xd,
	Object = 0xe
}

const BLOB_TYPES = { 1: Type.Blob8, 2: Type.Blob16, 4: Type.Blob32 };

/** Blocks of a file. */
export const BLOCK = { database: 0, signature: 1, data: 2 };

const valueOf = (type: Type, number: number): Value => ((type << 28) | number) >>> 0;

function uint(size: 1 | 2 | 4, number: number): Buffer {
	const bytes = Buffer.alloc(size);
	bytes.writeUIntLE(number, 0, size);
	return bytes;
}

/** A database being written. */
export class Adb {
	/** The header: versions 0 and 0, two bytes reserved, the root value. */
	#bytes = Buffer.alloc(8);
	#known = new Map<string, number>();

	/** Writes data where it is aligned and returns its offset. */
	#append(data: Uint8Array, alignment: number): number {
		const at = Math.ceil(this.#bytes.length / alignment) * alignment;
		this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(at - this.#bytes.length), data]);
		return at;
	}

	#share(data: Buffer, alignment: number): number {
		const key = `${alignment} ${data.toString('latin1')}`;
		const at = this.#known.get(key) ?? this.#append(data, alignment);
		this.#known.set(key, at);
		return at;
	}

	#slots(type: Type, values: Value[]): Value {
		const used = values.findLastIndex(value => value !== NULL) + 1;
		if (used === 0) return NULL;
		const slots = [used + 1, ...values.slice(0, used)].map(slot => uint(4, slot));
		return valueOf(type, this.#share(Buffer.concat(slots), 4));
	}

	int(number: number): Value {
		return number < 1 << 28 ? valueOf(Type.Int, number) : valueOf(Type.Int32, this.#share(uint(4, number), 4));
	}

	blob(data: Uint8Array | string): Value {
		const bytes = Buffer.from(data);
		if (bytes.length === 0) return NULL;
		const size = bytes.length > 0xffff ? 4 : bytes.length > 0xff ? 2 : 1;
		return valueOf(BLOB_TYPES[size], this.#share(Buffer.concat([uint(size, bytes.length), bytes]), size));
	}

	array(items: Value[]): Value {
		return this.#slots(Type.Array, items);
	}

	/** An object whose fields are numbered by `names`, from 1. */
	object<Name extends string>(names: readonly Name[], fields: Partial<Record<Name, Value>>): Value {
		return this.#slots(
			Type.Object,
			names.map(name => fields[name] ?? NULL)
		);
	}

	/**
	 * Room for a hash of the database itself: `length` bytes that `finish` fills.
	 * Zeros while the hash is made, and shared with nothing.
	 */
	#seal: { at: number; length: number } | null = null;
	seal(length: number): Value {
		const at = this.#append(Buffer.concat([uint(1, length), Buffer.alloc(length)]), 1);
		this.#seal = { at: at + 1, length };
		return valueOf(Type.Blob8, at);
	}

	/** The database as bytes. */
	finish(root: Value): Buffer {
		this.#bytes.writeUInt32LE(root, 4);
		if (this.#seal) {
			const digest = createHash('sha256').update(this.#bytes).digest();
			digest.copy(this.#bytes, this.#seal.at, 0, this.#seal.length);
		}
		return this.#bytes;
	}
}

/** One block. */
export function block(type: number, payload: Uint8Array): Buffer {
	const length = 4 + payload.length;
	return Buffer.concat([uint(4, type * 2 ** 30 + length), payload, Buffer.alloc(-length & 7)]);
}

/**
 * A file of a database and what follows it, deflated: zstd, apk's other choice, is left out of OpenWrt's.
 * With a key its signature stands right behind the database: apk reads nothing else before.
 */
export function file(schema: 'pckg' | 'indx', database: Buffer, data: Buffer[], key: ApkKey | null): Buffer {
	const signature = key === null ? [] : [block(BLOCK.signature, key.sign(schema, database))];
	const blocks = [block(BLOCK.database, database), ...signature, ...data];
	const plain = Buffer.concat([Buffer.from(`ADB.${schema}`), ...blocks]);
	return Buffer.concat([Buffer.from('ADBd'), deflateRaw(plain, { level: 9 })]);
}
