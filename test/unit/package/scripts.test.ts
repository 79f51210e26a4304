import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apkScripts, appHooks, ipkScripts, NO_HOOKS } from '../../../src/build/package/scripts';
import { withFolder } from './dist';

/**
 * Runs a script on a router of a few files, and says what it printed and what is left.
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
			left: Object.keys(files).filter(name => existsSync(join(root, name)))
		};
	});
}

describe('removal', () => {
	const guard = { 'etc/init.d/wps-guard': '#!/bin/sh\necho "guard $1"\n' };
	const prerm = (env: Record<string, string> = {}) => runOn(appHooks().prerm!, guard, env).output;

	it('leaves it to the boot guard to leave a configuration that works', () => assert.equal(prerm(), 'guard leave\n'));

	it('touches nothing in an upgrade, nor in an image being built', () => {
		assert.equal(prerm({ PKG_UPGRADE: '1' }), '');
		assert.equal(prerm({ IPKG_INSTROOT: '/image' }), '');
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
			const { output, left } = runOn(appHooks()[hook]!, files);
			assert.equal(output, 'rpcd reload\n');
			assert.deepEqual(left, ['etc/init.d/rpcd']);
		});

	it('are left alone in an image being built', () => {
		for (const hook of ['postinst', 'postrm'] as const)
			assert.equal(runOn(appHooks()[hook]!, files, { IPKG_INSTROOT: '/image' }).output, '');
	});
});

describe('installation', () => {
	const guard = (words: string) => `#!/bin/sh\necho "${words} $1"\n`;

	it('takes the new boot guard, where apk has laid it beside one that came over a firmware upgrade', () => {
		const files = {
			'etc/init.d/rpcd': '#!/bin/sh\n',
			'etc/init.d/wps-guard': guard('old'),
			'etc/init.d/wps-guard.apk-new': guard('new')
		};
		const { output, left } = runOn(appHooks().postinst!, files);
		assert.equal(output, 'new start\n');
		assert.deepEqual(left, ['etc/init.d/rpcd', 'etc/init.d/wps-guard']);
	});

	it('leaves settings as they are, and nothing beside them', () => {
		const files = { 'etc/config/wps': 'x', 'etc/config/wps.apk-new': 'y', 'etc/config/wps-opkg': 'z' };
		const { left } = runOn(appHooks().postinst!, { ...files, 'etc/init.d/rpcd': '#!/bin/sh\n' });
		assert.deepEqual(left, ['etc/config/wps', 'etc/init.d/rpcd']);
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
