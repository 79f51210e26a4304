import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WITH_WPS, WITHOUT_WPS } from '../../../src/contract/wpad';
import { buildDist } from '../../../src/build/package/dist';
import { ROOT } from '../../../src/build/outputs';
import { compactOf } from '../../../src/build/package/compact';
import { fileOf, isProgram, run } from './dist';

const APP = /^luci-app-wps_.*_all\.ipk$/;
const GERMAN = /^luci-i18n-wps-de_.*_all\.ipk$/;

/** Debian's gzip and tar: the bytes of a member of a packed archive. */
const member = (archive: Buffer, name: string) => run('tar', ['-xzOf', '-', name], archive);
const list = (archive: Buffer) => run('tar', ['-tvzf', '-', '--numeric-owner'], archive).toString().trim().split('\n');

async function parts(
	name: RegExp
): Promise<{ ipk: Buffer; data: Buffer; control: Buffer; fields: Map<string, string> }> {
	const ipk = await fileOf(name);
	const control = member(ipk, './control.tar.gz');
	const lines = member(control, './control').toString().trim().split('\n');
	const fields = new Map(lines.map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
	return { ipk, data: member(ipk, './data.tar.gz'), control, fields };
}

describe('the .ipk', () => {
	it('is a gzipped tar of the three members', async () => {
		const { ipk } = await parts(APP);
		const names = list(ipk).map(line => line.split(' ').at(-1));
		assert.deepEqual(names, ['./debian-binary', './data.tar.gz', './control.tar.gz']);
		assert.equal(member(ipk, './debian-binary').toString(), '2.0\n');
	});

	it('has no header that opkg does not understand', async () => {
		const { ipk, data, control } = await parts(APP);
		for (const archive of [ipk, data, control]) {
			const plain = run('gzip', ['-dc'], archive);
			for (let at = 0; plain[at] !== 0;) {
				const header = plain.subarray(at, at + 512);
				assert.match(header.toString('latin1', 156, 157), /^[05]$/);
				assert.equal(header.toString('latin1', 257, 263), 'ustar\0');
				assert.match(header.toString('latin1', 265, 329), /^\0+$/, 'names of owners');
				at += 512 + Math.ceil(Number.parseInt(header.toString('latin1', 124, 135), 8) / 512) * 512;
			}
			assert.deepEqual([...archive.subarray(3, 8)], [0, 0, 0, 0, 0], 'name or time in the gzip header');
		}
	});

	it('installs as root, at the time that was said', async () => {
		const { data, control } = await parts(APP);
		for (const line of [...list(data), ...list(control)])
			assert.match(line, /^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x) 0\/0 +\d+ 2023-11-14 22:13 \.\//);
		for (const line of list(data).filter(each => each.startsWith('-')))
			assert.equal(line.startsWith('-rwx'), isProgram(line.slice(line.indexOf(' ./') + 2)), line);
	});

	it('has every folder before what lies in it', async () => {
		const names = list((await parts(APP)).data).map(line => line.split(' ').at(-1)!);
		for (const [index, name] of names.entries()) {
			const parent = name.replace(/[^/]+\/?$/, '');
			assert.ok(parent === '' || names.indexOf(parent) < index, name);
		}
	});

	it('holds the files of the repository', async () => {
		const { data } = await parts(APP);
		const files = list(data).flatMap(line => (line.startsWith('-') ? [line.split(' ').at(-1)!] : []));
		assert.ok(files.includes('./www/luci-static/resources/view/wps.js'));
		assert.ok(files.includes('./www/luci-static/resources/wps/more.js'));
		assert.ok(files.includes('./usr/share/rpcd/ucode/luci.wps.uc'));
		for (const name of files) {
			if (name.startsWith('./www/')) continue;
			const path = join('root', name);
			const file = existsSync(join(ROOT, compactOf(path))) ? compactOf(path) : path;
			assert.deepEqual(member(data, name), readFileSync(join(ROOT, file)), name);
		}
	});

	it('says what it needs and what it cannot live with', async () => {
		const { fields } = await parts(APP);
		const [wpad, ...others] = fields.get('Depends')!.split(', ');
		assert.deepEqual(wpad!.split(' | '), WITH_WPS);
		assert.equal(WITH_WPS[0], 'wpad-mbedtls');
		assert.equal(WITH_WPS.at(-1), 'hostapd', 'this one is provided by those without WPS as well');
		assert.ok(others.includes('luci-base'));
		assert.deepEqual(fields.get('Conflicts')!.split(', '), WITHOUT_WPS);
		assert.equal(fields.get('Recommends'), 'luci-lib-uqr, hostapd-utils');
		for (const field of ['Replaces', 'Provides', 'Pre-Depends']) assert.ok(!fields.has(field), field);
	});

	it('tells opkg and sysupgrade which files are settings', async () => {
		assert.equal(member((await parts(APP)).control, './conffiles').toString(), '/etc/config/wps\n');
		assert.ok(!list((await parts(GERMAN)).control).some(line => line.includes('conffiles')));
	});

	it('says who it is', async () => {
		const { fields, data } = await parts(APP);
		assert.equal(fields.get('Package'), 'luci-app-wps');
		assert.match(fields.get('Version')!, /^\d+\.\d+\.\d+-r\d+$/);
		assert.equal(fields.get('Architecture'), 'all');
		assert.equal(fields.get('License'), 'Apache-2.0');
		assert.equal(fields.get('SourceDateEpoch'), '1700000000');
		assert.equal(Number(fields.get('Installed-Size')), run('gzip', ['-dc'], data).length);
		for (const [name, value] of fields) assert.ok(name && value, `${name}: ${value}`);
	});

	it('has scripts that a shell can read', async () => {
		const { control } = await parts(APP);
		const scripts = ['postinst', 'prerm', 'postinst-pkg', 'prerm-pkg', 'postrm'];
		for (const name of scripts) run('sh', ['-n'], member(control, `./${name}`));
		const modes = list(control).filter(line => /\.\/(post|pre)/.test(line));
		assert.equal(modes.length, scripts.length);
		for (const line of modes) assert.match(line, /^-rwxr-xr-x/);
	});

	it('has the translations in packages of their own', async () => {
		const { fields, data, control } = await parts(GERMAN);
		assert.equal(fields.get('Package'), 'luci-i18n-wps-de');
		assert.equal(fields.get('Depends'), 'libc, luci-app-wps');
		assert.ok(member(data, './usr/lib/lua/luci/i18n/wps.de.lmo').length > 0);
		assert.equal(
			member(data, './etc/uci-defaults/luci-i18n-wps-de').toString(),
			"uci set luci.languages.de='Deutsch (German)'; uci commit luci\n"
		);
		assert.ok(!run('tar', ['-tzf', '-'], control).toString().includes('-pkg'));
	});

	it('leaves the bridge to other routers to a package of its own', async () => {
		const files = async (name: RegExp) =>
			list((await parts(name)).data).flatMap(line =>
				line.startsWith('-') ? [line.slice(line.indexOf(' ./') + 3)] : []
			);
		const house = await files(/^luci-app-wps-house_.*_all\.ipk$/);
		assert.deepEqual(house, ['etc/init.d/wps-house', 'usr/share/wps-house/wps-house.uc']);
		const app = await files(APP);
		for (const name of house) assert.ok(!app.includes(name), name);
		const { fields } = await parts(/^luci-app-wps-house_/);
		assert.equal(fields.get('Depends'), 'libc, luci-app-wps, ucode, mosquitto-client-ssl');
	});

	it("calls languages by LuCI's codes", async () => {
		const { data } = await parts(/^luci-i18n-wps-pt-br_.*_all\.ipk$/);
		const defaults = member(data, './etc/uci-defaults/luci-i18n-wps-pt-br').toString();
		assert.match(defaults, /^uci set luci\.languages\.pt_br='Português do Brasil/);
		assert.ok(member(data, './usr/lib/lua/luci/i18n/wps.pt-br.lmo').length > 0);
	});

	it('is the same when it is made again, and another at another time', async () => {
		const po = join(import.meta.dirname, 'po');
		const again = await buildDist(undefined, 1_700_000_000, po);
		const later = await buildDist(undefined, 1_700_000_001, po);
		for (const [name, content] of again.files) {
			assert.deepEqual(await fileOf(new RegExp(`^${name}$`)), Buffer.from(content), name);
			if (name.endsWith('.ipk')) assert.notDeepEqual(content, later.files.get(name));
		}
	});
});
