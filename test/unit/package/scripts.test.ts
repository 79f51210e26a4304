import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apkScripts, appHooks, ipkScripts, NO_HOOKS } from '../../../src/build/package/scripts';
import { withFolder } from './dist';

const KEY = 'wps=1 00:00:00:00:00:00 correct horse\n';
const WIRELESS = `
config wifi-iface 'guest'
	option wps_pushbutton '1'
	option wpa_psk_file '/etc/hostapd-wps-guest.psk'
`;

/**
 * Runs a script on a router of a few files, and says what it printed and what is left in /etc.
 * The whole router lies in a folder: every path in script, files and output is moved there and back.
 */
function runOn(script: string, files: Record<string, string>, env: Record<string, string> = {}) {
	return withFolder(root => {
		const move = (text: string) => text.replaceAll(/\/(etc|tmp|var)\//g, `${root}/$1/`);
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(dirname(join(root, name)), { recursive: true });
			writeFileSync(join(root, name), move(text), { mode: 0o755 });
		}
		const output = execFileSync('sh', ['-c', move(script)], { env: { PATH: process.env.PATH, ...env } }).toString();
		return {
			output: output.replaceAll(root, ''),
			keys: readdirSync(join(root, 'etc')).filter(name => name.includes('.psk')),
			has: (name: string) => existsSync(join(root, name))
		};
	});
}

const prerm = () => appHooks().prerm!;

describe('removal', () => {
	it('takes away key files that no setting names', () => {
		const files = {
			'etc/config/wireless': WIRELESS,
			'etc/hostapd-wps-gone.psk': KEY,
			'etc/hostapd-wps-guest.psk.new': KEY
		};
		assert.deepEqual(runOn(prerm(), files).keys, []);
	});

	it('keeps a key file that a network needs, and says how to undo it', () => {
		const { keys, output } = runOn(prerm(), { 'etc/config/wireless': WIRELESS, 'etc/hostapd-wps-guest.psk': KEY });
		assert.deepEqual(keys, ['hostapd-wps-guest.psk']);
		assert.match(output, /uci -q delete wireless\.guest\.wpa_psk_file;.*rm \/etc\/hostapd-wps-guest\.psk\n/);
		assert.match(output, /uci -q delete wireless\.guest\.wps_pushbutton;/);
		assert.ok(!output.includes('horse'));
	});

	it('keeps one that is named by a change which waits to be saved', () => {
		const files = { 'etc/config/wireless': '', 'etc/hostapd-wps-guest.psk': KEY };
		const staged = "wireless.guest.wpa_psk_file='/etc/hostapd-wps-guest.psk'\n";
		for (const place of ['tmp/.uci/wireless', 'var/run/rpcd/uci-0123/wireless'])
			assert.deepEqual(runOn(prerm(), { ...files, [place]: staged }).keys, ['hostapd-wps-guest.psk']);
	});

	it('says nothing where there is nothing to say', () => {
		const { output } = runOn(prerm(), { 'etc/config/wireless': "config wifi-iface 'guest'\n" });
		assert.equal(output, '');
	});

	it('touches nothing in an upgrade, nor in an image being built', () => {
		const files = { 'etc/config/wireless': '', 'etc/hostapd-wps-gone.psk': KEY };
		const environments: Record<string, string>[] = [{ PKG_UPGRADE: '1' }, { IPKG_INSTROOT: '/image' }];
		for (const env of environments) {
			const { keys, output } = runOn(prerm(), files, env);
			assert.deepEqual(keys, ['hostapd-wps-gone.psk']);
			assert.equal(output, '');
		}
	});
});

describe('menu and services', () => {
	const files = {
		'etc/init.d/rpcd': '#!/bin/sh\necho "rpcd $1"\n',
		'tmp/luci-indexcache.0123.json': '{}',
		'tmp/luci-modulecache/x': ''
	};

	for (const hook of ['postinst', 'postrm'] as const)
		it(`are refreshed by ${hook}`, () => {
			const { output, has } = runOn(appHooks()[hook]!, files);
			assert.equal(output, 'rpcd reload\n');
			assert.ok(!has('tmp/luci-indexcache.0123.json') && !has('tmp/luci-modulecache'));
		});

	it('are left alone in an image being built', () => {
		const { output } = runOn(appHooks().postrm!, files, { IPKG_INSTROOT: '/image' });
		assert.equal(output, '');
	});
});

describe('the scripts of the two managers', () => {
	it('call what OpenWrt offers', () => {
		assert.match(ipkScripts(NO_HOOKS).postinst!, /\ndefault_postinst \$0 \$@\n$/);
		assert.match(ipkScripts(NO_HOOKS).prerm!, /\ndefault_prerm \$0 \$@\n$/);
		assert.match(apkScripts('x', NO_HOOKS)['post-install']!, /\nadd_group_and_user\ndefault_postinst\n$/);
		assert.match(apkScripts('x', NO_HOOKS)['pre-deinstall']!, /\nexport pkgname="x"\ndefault_prerm\n$/);
	});

	it('hold the same part of our own', () => {
		const hooks = appHooks();
		const body = (text: string) => text.replace(/^#!.*\n/, '');
		assert.ok(apkScripts('x', hooks)['pre-deinstall']!.endsWith(body(hooks.prerm!)));
		assert.equal(apkScripts('x', hooks)['post-deinstall'], hooks.postrm);
		assert.equal(ipkScripts(hooks)['prerm-pkg'], hooks.prerm);
		assert.equal(ipkScripts(hooks).postrm, hooks.postrm);
	});
});
