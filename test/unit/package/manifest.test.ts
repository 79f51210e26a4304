import { MODULE } from '../../../src/build/ucode/options';
import { listParts } from '../../../src/build/script/parts';
import { HANDLER as FAMILY } from '../../../src/build/ucode/parts';
import { TAB } from '../../../src/build/view/parts';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WITH_WPS, WITHOUT_WPS } from '../../../src/contract/wpad';
import { ROOT } from '../../../src/build/outputs';
import { appPackage, housePackage, QR_CODE, RECOMMENDED, RELEASE, REQUIRED } from '../../../src/build/package/control';
import { readDefinition } from '../../../src/build/package/makefile';
import { checkWeight, LIMITS } from '../../../src/build/package/limits';
import { withFolder } from './dist';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Lets make read the Makefile, with stand-ins for OpenWrt's, and say what it understood. */
function expand(apk: boolean, ...names: string[]): string[] {
	return withFolder(folder => {
		writeFileSync(join(folder, 'rules.mk'), 'comma:=,\nempty:=\nspace:=$(empty) $(empty)\n');
		mkdirSync(join(folder, 'feeds/luci'), { recursive: true });
		const shown = names.map(name => `$(info $(strip $(${name})))`).join('\n');
		// the scripts reach the shell as luci.mk's own do: through the environment, expanded once
		const scripts = '$(file >$(TOPDIR)/prerm,$(Package/luci-app-wps/prerm))';
		writeFileSync(join(folder, 'feeds/luci/luci.mk'), `${shown}\n${scripts}\nall:;@:\n`);
		const variables = [`TOPDIR=${folder}`, `CONFIG_USE_APK=${apk ? 'y' : ''}`];
		const output = execFileSync('make', ['-s', '-f', join(ROOT, 'Makefile'), ...variables, 'all'], { cwd: folder });
		assert.equal(readFileSync(join(folder, 'prerm'), 'utf8').trim(), readDefinition('prerm').trim());
		return output.toString().trimEnd().split('\n');
	});
}

const words = (text: string | undefined) => text!.split(/\s+/);

/** What `LUCI_DEPENDS` comes to: `+USE_APK:name` is one with apk alone (scripts/package-metadata.pl, as with any symbol). */
const dependencies = (text: string | undefined, apk: boolean) =>
	words(text)
		.filter(word => apk || !word.startsWith('+USE_APK:'))
		.map(word => word.replace(/^\+(USE_APK:)?/, ''));

describe('the manifest', function () {
	before(function () {
		if (spawnSync('make', ['--version']).error) this.skip();
	});

	it('of the buildroot knows the builds of hostapd with and without WPS', () => {
		const [full, none] = expand(false, 'WPS_FULL', 'WPS_NONE');
		assert.deepEqual(words(full), WITH_WPS);
		assert.deepEqual(words(none), WITHOUT_WPS);
	});

	it('of the buildroot asks opkg for the same as the package made here', () => {
		const [depends, extra, conflicts] = expand(false, 'LUCI_DEPENDS', 'LUCI_EXTRA_DEPENDS', 'CONFLICTS');
		const { ipk } = appPackage([]);
		assert.deepEqual(words(conflicts), ipk.conflicts);
		const wanted = [extra, 'libc', ...dependencies(depends, false)];
		assert.deepEqual(wanted, ipk.depends);
	});

	it('of the buildroot asks apk for the same as the package made here', () => {
		const [depends, extra] = expand(true, 'LUCI_DEPENDS', 'LUCI_EXTRA_DEPENDS');
		const versioned = extra!.split(',').map(item => item.replaceAll(/[ ()]/g, ''));
		const wanted = [...versioned, 'libc', ...dependencies(depends, true)];
		assert.deepEqual(wanted, appPackage([]).apk.depends);
	});

	it('has one version, of a form that both managers order alike', () => {
		const { version } = JSON.parse(read('package.json'));
		assert.match(version, /^\d+\.\d+\.\d+$/);
		assert.equal(RELEASE.version.replace(/-r\d+$/, ''), version);
		const [po] = expand(false, 'PKG_PO_VERSION');
		assert.equal(po, RELEASE.version);
	});

	it('is found by scripts/feeds in a folder of its own, which brings all of the package', () => {
		// what include/scan.mk looks for: at the top of a feed it would break the index
		const signature = /call (Build\/DefaultTargets|BuildPackage|KernelPackage)/;
		assert.doesNotMatch(read('Makefile'), signature);
		assert.match(read('feed/luci-app-wps/Makefile'), signature);
		assert.match(read('feed/luci-app-wps/Makefile'), /^include \.\.\/\.\.\/Makefile$/m);
		for (const folder of ['htdocs', 'root', 'po'])
			assert.equal(readlinkSync(join(ROOT, 'feed/luci-app-wps', folder)), `../../${folder}`);
	});

	it('leaves something behind for luci.mk to copy', () =>
		withFolder(folder => {
			execFileSync('make', ['-s', '-C', join(ROOT, 'src'), 'clean', 'compile']);
			execFileSync('make', ['-s', '-C', join(ROOT, 'src'), 'install', `DESTDIR=${folder}`]);
			assert.equal(execFileSync('ls', [folder]).toString(), 'usr\n');
		}));
});

/** The handler with its parts. */
const HANDLER = ['root/usr/share/rpcd/ucode/luci.wps.uc', ...listParts(FAMILY, ROOT).map(FAMILY.outputOf)]
	.map(read)
	.join('\n');

describe('the dependencies', () => {
	it('hold every module that the handler imports', () => {
		const imported = [...HANDLER.matchAll(/^import .* from '([\w.]+)';$/gm)].map(match => match[1]!);
		assert.ok(imported.length > 0);
		assert.deepEqual(
			[...new Set(imported)].map(name => `ucode-mod-${name}`).toSorted(),
			REQUIRED.filter(name => name.startsWith('ucode-mod-')).toSorted()
		);
	});

	it('hold every module that the handler requires while it runs, but for those it can do without', () => {
		for (const { 0: call, 1: name, index } of HANDLER.matchAll(/\brequire\('([\w.]+)'\)/g)) {
			const optional = /try \{[^}]*$/.test(HANDLER.slice(0, index));
			const part = listParts(FAMILY, ROOT).some(each => MODULE + each === name);
			assert.ok(part || optional || REQUIRED.includes(`ucode-mod-${name}`), call);
		}
	});

	it('of the bridge to other routers hold what it imports and starts', () => {
		const program = read('root/usr/share/wps-house/wps-house.uc');
		for (const [, name] of program.matchAll(/^import .* from '([\w.]+)';$/gm))
			assert.ok(REQUIRED.includes(`ucode-mod-${name}`), name);
		const { ipk } = housePackage([]);
		assert.ok(ipk.depends.includes(RELEASE.app));
		for (const [, name] of program.matchAll(/'\/usr\/s?bin\/([\w-]+)'/g))
			assert.ok(name!.startsWith('mosquitto_') && ipk.depends.includes('mosquitto-client-ssl'), name);
	});

	it('hold every program that the handler starts', () => {
		const ours = ['hostapd_cli', 'hostapd'];
		const programs = [...HANDLER.matchAll(/'\/(?:usr\/)?s?bin\/([\w-]+)'/g)].map(match => match[1]!);
		const called = [...HANDLER.matchAll(/\bsystem\(\['([\w-]+)'/g)].map(match => match[1]!);
		for (const name of [...programs, ...called])
			assert.ok(
				[...ours, 'logger', 'sh', 'opkg', 'apk', 'wpad', 'fsync'].includes(name),
				`${name}: which package has it?`
			);
		if (HANDLER.includes('hostapd_cli')) assert.ok(appPackage([]).ipk.recommends.includes(RECOMMENDED));
	});

	it('hold every module of LuCI that the view uses', () => {
		/** Modules of luci-base. */
		const base = ['baseclass', 'dom', 'form', 'fs', 'network', 'poll', 'rpc', 'uci', 'ui', 'view'];
		const parts = listParts(TAB, ROOT).map(TAB.outputOf);
		const view = ['htdocs/luci-static/resources/view/wps.js', ...parts].map(read).join('\n');
		assert.ok(REQUIRED.includes('luci-base'));
		for (const [, name] of view.matchAll(/^'require ([\w.]+)(?: as \w+)?';$/gm))
			assert.ok(base.includes(name!), name);
		for (const [, name] of view.matchAll(/L\.require\('([\w.]+)'\)/g)) {
			assert.equal(`luci-lib-${name}`, QR_CODE);
			const { ipk, apk } = appPackage([]);
			assert.ok(ipk.recommends.includes(QR_CODE) && apk.depends.includes(QR_CODE));
		}
	});
});

describe('the limits', () => {
	const most = { installed: LIMITS.installed.reached, ipk: LIMITS.ipk.reached };

	it('are kept by what is no larger', () => assert.equal(checkWeight(most), null));

	it('are told where they are not kept', () => {
		const { installed, ipk } = most;
		assert.deepEqual(checkWeight({ installed: installed + 1, ipk: ipk + 1 })?.split('\n'), [
			`installed: ${installed + 1} of ${LIMITS.installed.bound} bytes`,
			`ipk: ${ipk + 1} of ${LIMITS.ipk.bound} bytes`
		]);
	});
});
