/*
 * .apk, version 3, and its index: databases (adb.ts) whose objects have the fields below, in the order
 * of their numbers (src/apk_adb.h of apk-tools). A package has one block with the database and one
 * block a file that isn't empty: two u32, the number of the folder and of the file in it, both from 1;
 * then the content.
 */
import { createHash } from 'node:crypto';
import { Adb, BLOCK, block, file, NULL } from './adb';
import type { Value } from './adb';
import { byBytes, foldersOf } from './contents';
import type { InstalledFile } from './contents';
import { RELEASE } from './control';
import type { Package } from './control';
import type { ApkKey } from './sign';

const PACKAGE = ['info', 'paths', 'scripts', 'triggers', 'replaces-priority'] as const;
const INFO = [
	...['name', 'version', 'hashes', 'description', 'arch', 'license', 'origin', 'maintainer', 'url'],
	...['repo-commit', 'build-time', 'installed-size', 'file-size', 'provider-priority', 'depends'],
	...['provides', 'replaces', 'install-if', 'recommends', 'layer', 'tags']
] as const;
const DEPENDENCY = ['name', 'version', 'match'] as const;
const FOLDER = ['name', 'acl', 'files'] as const;
const FILE = ['name', 'acl', 'size', 'mtime', 'hashes', 'target'] as const;
const ACL = ['mode', 'user', 'group', 'xattrs'] as const;
const SCRIPTS = [
	...['trigger', 'pre-install', 'post-install', 'pre-deinstall', 'post-deinstall', 'pre-upgrade', 'post-upgrade']
] as const;
const INDEX = ['description', 'packages', 'pkgname-spec'] as const;

/** How a version must compare; without a word it is `=`. */
const MATCH = { less: 2, greater: 4, conflict: 16, any: 7 };

/** A package's identity is the beginning of the hash of its database. */
const IDENTITY_LENGTH = 20;

/** A package file and what an index says about it. */
export interface Apk {
	name: string;
	content: Buffer;
	pkg: Package;
	/** hash of the database, by which apk knows what it gets */
	identity: Buffer;
	installedSize: number;
}

/** `name`, `name>1`, `!name` or `!name>1`. */
function dependency(adb: Adb, text: string): Value {
	const [, conflict, name, version] = /^(!?)([^!<>=~]+)(?:>(.+))?$/.exec(text) ?? [];
	if (name === undefined) throw new Error(`dependency of another form: ${text}`);
	const match =
		(version === undefined ? (conflict ? MATCH.any : 0) : MATCH.greater) + (conflict ? MATCH.conflict : 0);
	return adb.object(DEPENDENCY, {
		name: adb.blob(name),
		version: version === undefined ? NULL : adb.blob(version),
		match: match === 0 ? NULL : adb.int(match)
	});
}

/** The fields that package and index have in common. */
function info(adb: Adb, pkg: Package, installedSize: number): Partial<Record<string, Value>> {
	const nameOf = (text: string) => /[^!<>=~]+/.exec(text)![0];
	const depends = pkg.apk.depends.toSorted((a, b) => byBytes(nameOf(a), nameOf(b)));
	return {
		name: adb.blob(pkg.name),
		version: adb.blob(RELEASE.version),
		description: adb.blob(pkg.description),
		arch: adb.blob('noarch'),
		license: adb.blob(RELEASE.license),
		origin: adb.blob(RELEASE.app),
		maintainer: adb.blob(RELEASE.maintainer),
		url: adb.blob(RELEASE.url),
		'installed-size': adb.int(installedSize),
		depends: adb.array(depends.map(text => dependency(adb, text)))
	};
}

const acl = (adb: Adb, mode: number) =>
	adb.object(ACL, { mode: adb.int(mode), user: adb.blob('root'), group: adb.blob('root') });

/**
 * What OpenWrt notes down of a package: what it has installed (read by default_postinst), and which of that are
 * settings, with their checksums (read by sysupgrade).
 */
function notes({ name, files, conffiles }: Package): InstalledFile[] {
	const note = (ending: string, lines: string[]) => ({
		path: `/lib/apk/packages/${name}.${ending}`,
		mode: 0o644,
		content: Buffer.from(lines.map(line => `${line}\n`).join(''))
	});
	const list = note('list', files.map(({ path }) => path).toSorted(byBytes));
	if (conffiles.length === 0) return [list];
	const sums = files.filter(({ path }) => conffiles.includes(path));
	return [
		note('conffiles', conffiles),
		note(
			'conffiles_static',
			sums.map(({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`)
		),
		list
	];
}

/** Writes a package. Its files have the time 0, as in those of the SDK. */
export function buildApk(pkg: Package, key: ApkKey | null): Apk {
	const adb = new Adb();
	const files = [...pkg.files, ...notes(pkg)];
	const installedSize = files.reduce((sum, { content }) => sum + content.length, 0);
	const blocks: Buffer[] = [];

	const folders = foldersOf(files).map((folder, folderIndex) => {
		const prefix = folder ? `/${folder}/` : '/';
		const inside = files
			.filter(({ path }) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
			.toSorted((a, b) => byBytes(a.path, b.path));
		const entries = inside.map(({ path, mode, content }, fileIndex) => {
			const numbers = Buffer.alloc(8);
			numbers.writeUInt32LE(folderIndex + 1, 0);
			numbers.writeUInt32LE(fileIndex + 1, 4);
			if (content.length > 0) blocks.push(block(BLOCK.data, Buffer.concat([numbers, content])));
			return adb.object(FILE, {
				name: adb.blob(path.slice(prefix.length)),
				acl: acl(adb, mode),
				size: adb.int(content.length),
				mtime: adb.int(0),
				hashes: adb.blob(createHash('sha256').update(content).digest())
			});
		});
		return adb.object(FOLDER, { name: adb.blob(folder), acl: acl(adb, 0o755), files: adb.array(entries) });
	});
	const scripts = Object.entries(pkg.apk.scripts).map(([name, text]) => [name, adb.blob(text)] as const);
	const database = adb.finish(
		adb.object(PACKAGE, {
			info: adb.object(INFO, { ...info(adb, pkg, installedSize), hashes: adb.seal(IDENTITY_LENGTH) }),
			paths: adb.array(folders),
			scripts: adb.object(SCRIPTS, Object.fromEntries(scripts))
		})
	);
	return {
		name: `${pkg.name}-${RELEASE.version}.apk`,
		content: file('pckg', database, blocks, key),
		pkg,
		identity: createHash('sha256').update(database).digest(),
		installedSize
	};
}

/** `packages.adb`, the index of an apk feed. */
export function buildIndex(apks: Apk[], key: ApkKey | null): Buffer {
	const adb = new Adb();
	const packages = apks
		.toSorted((a, b) => byBytes(a.pkg.name, b.pkg.name))
		.map(({ pkg, content, identity, installedSize }) => {
			const fields = { ...info(adb, pkg, installedSize), hashes: adb.blob(identity) };
			return adb.object(INFO, { ...fields, 'file-size': adb.int(content.length) });
		});
	const database = adb.finish(adb.object(INDEX, { packages: adb.array(packages) }));
	return file('indx', database, [], key);
}
