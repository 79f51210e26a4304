/*
 * Reads a package or index of apk v3, by the description in apk-v3(5) and the numbers of the fields in
 * apk_adb.h; shares nothing with the writer. Strict: what can't be reached, overlaps the end or isn't
 * aligned is an error.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

type Shape = 'int' | 'text' | 'bytes' | { list: Shape } | { [number: number]: [name: string, shape: Shape] };

const DEPENDENCIES: Shape = { list: { 1: ['name', 'text'], 2: ['version', 'text'], 3: ['match', 'int'] } };
const ACL: Shape = { 1: ['mode', 'int'], 2: ['user', 'text'], 3: ['group', 'text'] };
const INFO: Shape = {
	1: ['name', 'text'],
	2: ['version', 'text'],
	3: ['hashes', 'bytes'],
	4: ['description', 'text'],
	5: ['arch', 'text'],
	6: ['license', 'text'],
	7: ['origin', 'text'],
	8: ['maintainer', 'text'],
	9: ['url', 'text'],
	12: ['installedSize', 'int'],
	13: ['fileSize', 'int'],
	15: ['depends', DEPENDENCIES]
};
const FILE: Shape = {
	1: ['name', 'text'],
	2: ['acl', ACL],
	3: ['size', 'int'],
	4: ['mtime', 'int'],
	5: ['hash', 'bytes']
};
const SCHEMAS: Record<string, Shape> = {
	pckg: {
		1: ['info', INFO],
		2: ['paths', { list: { 1: ['name', 'text'], 2: ['acl', ACL], 3: ['files', { list: FILE }] } }],
		3: [
			'scripts',
			{
				2: ['pre-install', 'text'],
				3: ['post-install', 'text'],
				4: ['pre-deinstall', 'text'],
				5: ['post-deinstall', 'text'],
				6: ['pre-upgrade', 'text'],
				7: ['post-upgrade', 'text']
			}
		]
	},
	indx: { 2: ['packages', { list: INFO }] }
};

function aligned(offset: number, alignment: number): number {
	assert.equal(offset % alignment, 0, `${offset} is not aligned to ${alignment}`);
	return offset;
}

function readValue(database: Buffer, value: number, shape: Shape): any {
	const [type, number] = [value >>> 28, value & 0xfffffff];
	if (value === 0) return null;
	if (shape === 'int') {
		if (type === 1) return number;
		assert.equal(type, 2);
		return database.readUInt32LE(aligned(number, 4));
	}
	if (shape === 'text' || shape === 'bytes') {
		const size = { 8: 1, 9: 2, 10: 4 }[type];
		assert.ok(size, `${type} is no blob`);
		const length = database.readUIntLE(aligned(number, size), size);
		const bytes = database.subarray(number + size, number + size + length);
		assert.equal(bytes.length, length);
		return shape === 'text' ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : bytes;
	}
	const slots = database.readUInt32LE(aligned(number, 4));
	const slot = (index: number) => database.readUInt32LE(number + 4 * index);
	assert.notEqual(slot(slots - 1), 0, 'a null at the end');
	if ('list' in shape) {
		assert.equal(type, 13);
		return Array.from({ length: slots - 1 }, (_, index) => readValue(database, slot(index + 1), shape.list));
	}
	assert.equal(type, 14);
	const result: Record<string, any> = {};
	for (let index = 1; index < slots; index++) {
		if (slot(index) === 0) continue;
		const field = shape[index];
		assert.ok(field, `field ${index} is not known`);
		result[field[0]] = readValue(database, slot(index), field[1]);
	}
	return result;
}

export interface AdbFile {
	schema: string;
	root: any;
	/** The bytes of the database, for hashes. */
	database: Buffer;
	/** Of its signature block, where there is one. */
	signature: Buffer | null;
	/** The contents of the files by path, checked against their hashes. */
	files: Map<string, Buffer>;
}

/** Reads a file and checks all that can be checked. */
export function readAdb(bytes: Uint8Array): AdbFile {
	assert.equal(Buffer.from(bytes.subarray(0, 4)).toString(), 'ADBd');
	const plain = inflateRawSync(bytes.subarray(4));
	assert.equal(plain.toString('latin1', 0, 4), 'ADB.');
	const schema = plain.toString('latin1', 4, 8);
	const blocks: { type: number; payload: Buffer }[] = [];
	for (let at = 8; at < plain.length;) {
		const word = plain.readUInt32LE(at);
		const length = word & 0x3fffffff;
		const end = at + Math.ceil(length / 8) * 8;
		assert.ok(length > 4 && end <= plain.length);
		assert.ok(plain.subarray(at + length, end).every(byte => byte === 0));
		blocks.push({ type: word >>> 30, payload: plain.subarray(at + 4, at + length) });
		at = end;
	}

	const [first, ...rest] = blocks;
	assert.equal(first!.type, 0);
	const signature = rest[0]?.type === 1 ? rest[0].payload : null;
	const others = rest.slice(signature ? 1 : 0);
	const database = first!.payload;
	assert.equal(database.readUInt32LE(0), 0, 'versions');
	const root = readValue(database, database.readUInt32LE(4), SCHEMAS[schema]!);

	const files = new Map<string, Buffer>();
	for (const { name, files: inside } of root.paths ?? [])
		for (const { name: file, size } of inside ?? [])
			if (!size) files.set(`${name ? `/${name}` : ''}/${file}`, Buffer.alloc(0));
	let last = [0, 0];
	for (const { type, payload } of others) {
		assert.equal(type, 2);
		const [path, number] = [payload.readUInt32LE(0), payload.readUInt32LE(4)];
		assert.ok(path > last[0]! || (path === last[0] && number > last[1]!), 'data out of order');
		last = [path, number];
		const folder = root.paths[path - 1];
		const entry = folder.files[number - 1];
		const content = payload.subarray(8);
		assert.equal(content.length, entry.size);
		assert.deepEqual(createHash('sha256').update(content).digest(), entry.hash);
		files.set(`/${folder.name ? `${folder.name}/` : ''}${entry.name}`, content);
	}
	return { schema, root, database, signature, files };
}

/** A dependency as one writes it. */
export function showDependency({ name, version, match }: { name: string; version?: string; match?: number }): string {
	const operator = { 0: '=', 2: '<', 3: '<=', 4: '>', 5: '>=', 7: '' }[(match ?? 0) & 15];
	return `${(match ?? 0) & 16 ? '!' : ''}${name}${version === undefined ? '' : `${operator}${version}`}`;
}
