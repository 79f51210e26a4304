import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../src/build/outputs';
import { compactOf } from '../../../src/build/package/compact';
import { Adb, file } from '../../../src/build/package/adb';
import { WITHOUT_WPS } from '../../../src/contract/wpad';
import { readAdb, showDependency } from './adb-reader';
import { fileOf, isProgram, run } from './dist';

const APP = /^luci-app-wps-[\d.]+-r\d+\.apk$/;
const GERMAN = /^luci-i18n-wps-de-.*\.apk$/;

const hash = (data: Uint8Array) => createHash('sha256').update(data).digest();

describe('the .apk', () => {
	it('says who it is and what it needs', async () => {
		const { schema, root } = readAdb(await fileOf(APP));
		assert.equal(schema, 'pckg');
		assert.equal(root.info.name, 'luci-app-wps');
		assert.match(root.info.version, /^\d+\.\d+\.\d+-r\d+$/);
		assert.equal(root.info.arch, 'noarch');
		assert.equal(root.info.license, 'Apache-2.0');
		const depends: string[] = root.info.depends.map(showDependency);
		assert.deepEqual(
			depends.filter(text => /hostapd|wpad/.test(text)).toSorted(),
			['hostapd>0', ...WITHOUT_WPS.map(name => `!${name}>0`)].toSorted()
		);
		for (const name of ['luci-base', 'luci-lib-uqr']) assert.ok(depends.includes(name), name);
	});

	it('has its dependencies, folders and files in the order that apk searches them in', async () => {
		for (const name of [APP, GERMAN]) {
			const { root } = readAdb(await fileOf(name));
			const lists = [root.info.depends, root.paths, ...root.paths.map((path: any) => path.files ?? [])];
			for (const list of lists) {
				const names = list.map((item: any) => item.name ?? '');
				assert.deepEqual(names, [...new Set<string>(names)].sort());
			}
		}
	});

	it('holds the same files as the .ipk, and the list of them for OpenWrt', async () => {
		const { root, files } = readAdb(await fileOf(APP));
		const list = files.get('/lib/apk/packages/luci-app-wps.list')!.toString().trim().split('\n');
		const others = [...files.keys()].filter(path => !path.startsWith('/lib/apk/'));
		assert.deepEqual(list, others.toSorted());
		const data = run('tar', ['-xzOf', '-', './data.tar.gz'], await fileOf(/^luci-app-wps_/));
		for (const path of others)
			assert.deepEqual(run('tar', ['-xzOf', '-', `.${path}`], data), files.get(path), path);
		const handler = '/usr/share/rpcd/ucode/luci.wps.uc';
		assert.deepEqual(files.get(handler), readFileSync(join(ROOT, compactOf(`root${handler}`))));
		assert.equal(
			root.info.installedSize,
			[...files.values()].reduce((sum, { length }) => sum + length, 0)
		);
	});

	it('installs as root, readable for all', async () => {
		const { root } = readAdb(await fileOf(APP));
		for (const { name, acl, files } of root.paths) {
			assert.deepEqual(acl, { mode: 0o755, user: 'root', group: 'root' }, name);
			for (const entry of files ?? []) {
				const mode = isProgram(`/${name}/${entry.name}`) ? 0o755 : 0o644;
				assert.deepEqual(entry.acl, { mode, user: 'root', group: 'root' }, entry.name);
				assert.equal(entry.mtime, 0);
			}
		}
	});

	it('tells sysupgrade which files are settings', async () => {
		const { files } = readAdb(await fileOf(APP));
		const note = (ending: string) => files.get(`/lib/apk/packages/luci-app-wps.${ending}`)?.toString();
		assert.equal(note('conffiles'), '/etc/config/wps\n');
		const sum = hash(files.get('/etc/config/wps')!).toString('hex');
		assert.equal(note('conffiles_static'), `/etc/config/wps ${sum}\n`);
		const german = readAdb(await fileOf(GERMAN)).files;
		assert.deepEqual(
			[...german.keys()].filter(path => path.includes('.conffiles')),
			[]
		);
	});

	it('has a folder for everything in it', async () => {
		const { root } = readAdb(await fileOf(APP));
		const names: string[] = root.paths.map(({ name }: any) => name ?? '');
		for (const name of names) assert.ok(names.includes(name.replace(/(^|\/)[^/]*$/, '')), name);
	});

	it('is known by the hash of its database', async () => {
		const { root, database } = readAdb(await fileOf(APP));
		const blank = Buffer.from(database);
		blank.fill(0, blank.indexOf(root.info.hashes), blank.indexOf(root.info.hashes) + 20);
		assert.deepEqual(root.info.hashes, hash(blank).subarray(0, 20));
	});

	it('has scripts that a shell can read', async () => {
		const { scripts } = readAdb(await fileOf(APP)).root;
		const names = ['post-install', 'pre-deinstall', 'post-deinstall', 'post-upgrade'];
		assert.deepEqual(Object.keys(scripts).toSorted(), names.toSorted());
		for (const text of Object.values<string>(scripts)) {
			assert.match(text, /^#!\/bin\/sh\n/);
			assert.equal(text.split('#!').length, 2);
			run('sh', ['-n'], Buffer.from(text));
		}
		assert.match(scripts['post-upgrade'], /^#!\/bin\/sh\nexport PKG_UPGRADE=1\n/);
		assert.match(scripts['post-install'], /export pkgname="luci-app-wps"/);
		assert.ok(!('post-deinstall' in readAdb(await fileOf(GERMAN)).root.scripts));
	});

	it('is written with values of every size', () => {
		const adb = new Adb();
		const texts = ['', 'a', 'b'.repeat(255), 'c'.repeat(256), 'd'.repeat(65_536)];
		const names = ['name', 'version', 'hashes', 'description', 'arch'] as const;
		const fields = names.map((name, index) => [name, adb.blob(texts[index]!)]);
		const info = adb.object([...names, ...'filler'.repeat(2)], Object.fromEntries(fields));
		const sizes = [0, 0xfffffff, 0x10000000, 0xffffffff].map(size =>
			adb.object(['name', 'acl', 'size'], { name: adb.blob('x'), size: adb.int(size) })
		);
		const folder = adb.object(['name', 'acl', 'files'], { files: adb.array(sizes) });
		const root = adb.object(['info', 'paths'], { info, paths: adb.array([folder]) });
		const read = readAdb(file('pckg', adb.finish(root), [], null)).root;
		assert.deepEqual(
			names.map(name => read.info[name]?.length ?? 0),
			[0, 1, 255, 256, 65_536]
		);
		assert.deepEqual(
			read.paths[0].files.map(({ size }: any) => size),
			[0, 0xfffffff, 0x10000000, 0xffffffff]
		);
	});
});

describe('the index for apk', () => {
	it('names every package with size and identity of its file', async () => {
		const { schema, root } = readAdb(await fileOf(/^packages\.adb$/));
		assert.equal(schema, 'indx');
		const names = root.packages.map(({ name }: any) => name);
		assert.deepEqual(names, ['luci-app-wps', 'luci-i18n-wps-de', 'luci-i18n-wps-pt-br']);
		for (const { fileSize, hashes, ...info } of root.packages) {
			const apk = await fileOf(new RegExp(`^${info.name}-${info.version}\\.apk$`));
			const { root: pkg, database } = readAdb(apk);
			assert.equal(fileSize, apk.length);
			assert.deepEqual(hashes, hash(database));
			const { hashes: _identity, ...wanted } = pkg.info;
			assert.deepEqual(info, wanted);
		}
	});
});
