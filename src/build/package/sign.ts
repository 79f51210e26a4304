/*
 * Signatures of a feed, for the keys that the environment gives; a value is the path of a file or the key itself.
 *   OPKG_KEY   a secret key of usign or signify without a passphrase (`usign -G -s FILE -p FILE`):
 *              Packages.sig, as `usign -S` makes it
 *   APK_KEY    an EC key on P-256 in PEM (`openssl ecparam -name prime256v1 -genkey -noout`):
 *              a signature block in packages.adb and in each .apk, as `apk adbsign` makes it
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** What a package manager trusts its owner's files by. */
export interface FeedKeys {
	opkg: OpkgKey | null;
	apk: ApkKey | null;
}

/** A key is never shown, nor what OpenSSL says of it: what goes wrong is told by the name of the variable. */
function readKey<Key>(name: string, env: NodeJS.ProcessEnv, read: (text: string) => Key): Key | null {
	const value = env[name];
	if (!value) return null;
	let problem = 'is no such file, and no key';
	try {
		return read(existsSync(value) ? readFileSync(value, 'utf8') : value);
	} catch (error) {
		if (error instanceof KeyError) problem = error.message;
	}
	throw new Error(`${name} ${problem}`);
}

export function readKeys(env: NodeJS.ProcessEnv = process.env): FeedKeys {
	return {
		opkg: readKey('OPKG_KEY', env, text => new OpkgKey(text)),
		apk: readKey('APK_KEY', env, text => new ApkKey(text))
	};
}

class KeyError extends Error {}

/** What stands before the 32 bytes of an Ed25519 key to make a PKCS #8 of them (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** signify's files: a line of comment, a line of base64. `Ed` is the algorithm. */
export class OpkgKey {
	readonly #key: KeyObject;
	/** By which usign finds the public key: /etc/opkg/keys/FINGERPRINT. */
	readonly #id: Buffer;

	/** The layout is `struct seckey` in main.c of usign. */
	constructor(text: string) {
		const bytes = Buffer.from(/^untrusted comment: .*\n(\S+)\s*$/.exec(text)?.[1] ?? '', 'base64');
		if (bytes.length !== 104 || bytes.toString('latin1', 0, 4) !== 'EdBK') throw new KeyError('is no key of usign');
		if (bytes.readUInt32BE(4) !== 0) throw new KeyError('is protected by a passphrase');
		const secret = bytes.subarray(40);
		const sum = createHash('sha512').update(secret).digest().subarray(0, 8);
		if (!sum.equals(bytes.subarray(24, 32))) throw new KeyError('is damaged');
		this.#id = bytes.subarray(32, 40);
		const key = Buffer.concat([PKCS8_ED25519, secret.subarray(0, 32)]);
		this.#key = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
	}

	get name(): string {
		return this.#id.toString('hex');
	}

	#file(comment: string, content: Buffer): string {
		const bytes = Buffer.concat([Buffer.from('Ed'), this.#id, content]);
		return `untrusted comment: ${comment} ${this.name}\n${bytes.toString('base64')}\n`;
	}

	sign(data: Uint8Array): string {
		return this.#file('signed by key', sign(null, data, this.#key));
	}

	/** For `opkg-key add`. */
	publicKey(): string {
		const point = createPublicKey(this.#key).export({ format: 'der', type: 'spki' }).subarray(-32);
		return this.#file('public key', point);
	}
}

/** apk's number for SHA-512 (APK_DIGEST_SHA512 in apk_crypto.h). */
const SHA512 = 4;

export class ApkKey {
	readonly #key: KeyObject;
	/** apk_pkey_init in crypto_openssl.c: the beginning of the hash of the point. */
	readonly #id: Buffer;

	constructor(text: string) {
		this.#key = createPrivateKey(text);
		if (this.#key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new KeyError('is no EC key on P-256');
		const point = createPublicKey(this.#key).export({ format: 'der', type: 'spki' }).subarray(-65);
		this.#id = createHash('sha512').update(point).digest().subarray(0, 16);
	}

	get name(): string {
		return this.#id.toString('hex');
	}

	/** The payload of a signature block: adb_trust_write_signatures in adb.c. */
	sign(schema: string, database: Uint8Array): Buffer {
		const head = Buffer.concat([Buffer.from([0, SHA512]), this.#id]);
		const hash = createHash('sha512').update(database).digest();
		return Buffer.concat([head, sign('sha512', Buffer.concat([Buffer.from(schema), head, hash]), this.#key)]);
	}

	/** For /etc/apk/keys. */
	publicKey(): string {
		return createPublicKey(this.#key).export({ format: 'pem', type: 'spki' }).toString();
	}
}
