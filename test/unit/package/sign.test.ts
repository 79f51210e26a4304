import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDist } from '../../../src/build/package/dist';
import { OpkgKey, readKeys } from '../../../src/build/package/sign';
import { readAdb } from './adb-reader';
import { dist, withFolder } from './dist';

/** What usign itself made: `usign -G -s secret -p public`, `usign -S -m message -s secret -x signature`. Signs nothing else. */
const USIGN = {
	secret: `untrusted comment: test vector
RWRCSwAAAADCDs94IQE1StpTVUCv0R8RXHTQrzHsqxLv82OA9Uz+dzA7KABUesS79B4n7kGEKrfOq1EoLg3V1YV2d1FDLOJSY9/5v+21ZrGbWt6Ejha+PPz+DF1AQ6tNDo3y7QUD+eY=
`,
	public: 'RWTv82OA9Uz+d2Pf+b/ttWaxm1rehI4Wvjz8/gxdQEOrTQ6N8u0FA/nm',
	message: 'Package: a\n\n',
	signature: `untrusted comment: signed by key eff36380f54cfe77
RWTv82OA9Uz+d+qzVtoxfvI9fD0Dsusj5HndzEXCE5GnvEVWSNMlUGxl/1JmA3DsuXN/6pzd0zqVRw7puhhqpGwkvRUpkIWy4gw=
`
};

const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const APK_KEY = pair.privateKey.export({ format: 'pem', type: 'sec1' }).toString();
const keys = readKeys({ OPKG_KEY: USIGN.secret, APK_KEY });
const signed = buildDist(keys, 1_700_000_000, join(import.meta.dirname, 'po'));

const file = async (name: string) => Buffer.from((await signed).files.get(name)!);
const secretLine = (change: (bytes: Buffer) => void) => {
	const bytes = Buffer.from(USIGN.secret.split('\n')[1]!, 'base64');
	change(bytes);
	return `untrusted comment: x\n${bytes.toString('base64')}\n`;
};

describe('the signature for opkg', () => {
	it('is byte by byte that of usign', () => {
		const key = new OpkgKey(USIGN.secret);
		assert.equal(key.sign(Buffer.from(USIGN.message)), USIGN.signature);
		assert.equal(key.publicKey(), `untrusted comment: public key eff36380f54cfe77\n${USIGN.public}\n`);
	});

	it('is that of the index before it is packed, which is what opkg-key looks at', async () => {
		assert.equal((await file('Packages.sig')).toString(), keys.opkg!.sign(await file('Packages')));
		assert.equal((await file('luci-app-wps.pub')).toString(), keys.opkg!.publicKey());
	});
});

describe('the signature for apk', () => {
	it('holds in the index and in every package', async () => {
		const names = [...(await signed).files.keys()].filter(name => /\.(apk|adb)$/.test(name));
		assert.equal(names.length, 4);
		const pem = await file('luci-app-wps.pem');
		assert.deepEqual(createPublicKey(pem), pair.publicKey);
		const point = Buffer.concat([
			Buffer.from([4]),
			...['x', 'y'].map(name =>
				Buffer.from(pair.publicKey.export({ format: 'jwk' })[name] as string, 'base64url')
			)
		]);
		const id = createHash('sha512').update(point).digest().subarray(0, 16);
		for (const name of names) {
			const { schema, database, signature } = readAdb(await file(name));
			const [head, value] = [signature!.subarray(0, 18), signature!.subarray(18)];
			assert.deepEqual(head, Buffer.concat([Buffer.from([0, 4]), id]));
			const hash = createHash('sha512').update(database).digest();
			const data = Buffer.concat([Buffer.from(schema), head, hash]);
			assert.ok(verify('sha512', data, pem.toString(), value), name);
		}
	});

	it('changes nothing else of what apk knows a package by', async () => {
		for (const [name, content] of (await dist).files)
			if (name.endsWith('.apk')) assert.deepEqual(readAdb(await file(name)).database, readAdb(content).database);
		for (const { name, version, fileSize } of readAdb(await file('packages.adb')).root.packages)
			assert.equal(fileSize, (await file(`${name}-${version}.apk`)).length);
	});
});

describe('keys', () => {
	it('may be missing: then the feed says that it is unsigned', async () => {
		assert.deepEqual(readKeys({}), { opkg: null, apk: null });
		assert.deepEqual(readKeys({ OPKG_KEY: '', APK_KEY: '' }), { opkg: null, apk: null });
		for (const name of ['Packages.sig', 'luci-app-wps.pub', 'luci-app-wps.pem'])
			assert.ok(!(await dist).files.has(name), name);
		const told = (await dist).notices;
		for (const manager of ['opkg', 'apk']) assert.ok(told.includes(`The feed for ${manager} is unsigned.`));
		assert.equal(readAdb((await dist).files.get('packages.adb')!).signature, null);
	});

	it('come from a file as well', () =>
		withFolder(folder => {
			writeFileSync(join(folder, 'key'), USIGN.secret);
			assert.equal(readKeys({ OPKG_KEY: join(folder, 'key') }).opkg!.name, 'eff36380f54cfe77');
		}));

	it('are named when the feed is signed, and shown nowhere', async () => {
		const { notices, files } = await signed;
		assert.ok(notices.includes('The feed for opkg is signed by key eff36380f54cfe77.'));
		assert.ok(notices.includes(`The feed for apk is signed by key ${keys.apk!.name}.`));
		const secrets = [USIGN.secret.split('\n')[1]!, ...APK_KEY.split('\n').filter(line => line.length > 40)];
		for (const secret of secrets) {
			assert.ok(!notices.join().includes(secret));
			for (const [name, content] of files) assert.ok(!Buffer.from(content).includes(secret), name);
		}
	});

	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' });
	const other = generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey.export({
		format: 'pem',
		type: 'sec1'
	});
	const wrong: [string, Record<string, string>, RegExp][] = [
		['a file that is not there', { OPKG_KEY: '/no/such/file' }, /^OPKG_KEY is no key of usign$/],
		['a public key', { OPKG_KEY: `untrusted comment: x\n${USIGN.public}\n` }, /^OPKG_KEY is no key of usign$/],
		[
			'one with a passphrase',
			{ OPKG_KEY: secretLine(bytes => bytes.writeUInt32BE(42, 4)) },
			/^OPKG_KEY .*passphrase$/
		],
		['a damaged one', { OPKG_KEY: secretLine(bytes => bytes.fill(1, 60, 61)) }, /^OPKG_KEY is damaged$/],
		['no key at all', { APK_KEY: 'secret words' }, /^APK_KEY is no such file, and no key$/],
		['an RSA key', { APK_KEY: rsa.toString() }, /^APK_KEY is no EC key on P-256$/],
		['another curve', { APK_KEY: other.toString() }, /^APK_KEY is no EC key on P-256$/]
	];
	for (const [what, env, message] of wrong)
		it(`are refused without being shown: ${what}`, () => assert.throws(() => readKeys(env), { message }));
});
