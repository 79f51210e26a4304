import './builtins';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { WITH_WPS, WITHOUT_WPS } from '../../../src/contract/wpad';
import { remedyFor } from '../../../src/core/remedy';

type Daemon = Parameters<typeof remedyFor>[0];

const BASIC: Daemon = {
	package: 'wpad-basic-mbedtls',
	installed_has_wps: false,
	running_has_wps: false,
	pin_available: false,
	package_manager: 'opkg'
};

/** The full build with the same TLS library. */
const FULL: Record<string, string> = {
	'wpad-basic-mbedtls': 'wpad-mbedtls',
	'wpad-basic-openssl': 'wpad-openssl',
	'wpad-basic-wolfssl': 'wpad-wolfssl',
	'wpad-basic': 'wpad',
	'wpad-mini': 'wpad',
	'hostapd-basic-mbedtls': 'hostapd-mbedtls',
	'hostapd-basic-openssl': 'hostapd-openssl',
	'hostapd-basic-wolfssl': 'hostapd-wolfssl',
	'hostapd-basic': 'hostapd',
	'hostapd-mini': 'hostapd'
};

/** The single steps of a command line. */
const stepsOf = (remedy: string[] | null) => (remedy ?? []).flatMap(line => line.split(' && '));

describe('remedy', () => {
	it('knows every build without WPS', () => deepEqual(Object.keys(FULL).sort(), [...WITHOUT_WPS].sort()));

	for (const [name, full] of Object.entries(FULL)) {
		it(`${name} gives way to ${full}`, () => ok(WITH_WPS.includes(full)));

		it(`${name} with opkg: downloads, then removes, then installs what it has, then restarts`, () => {
			deepEqual(stepsOf(remedyFor({ ...BASIC, package: name })), [
				'mkdir -p /tmp/wpad',
				'cd /tmp',
				'opkg update',
				`opkg --cache /tmp/wpad download hostapd-common ${full}`,
				`opkg remove ${name}`,
				`opkg --cache /tmp/wpad install ${full}`,
				'reboot'
			]);
		});

		it(`${name} with apk: one transaction, downloaded in advance`, () => {
			deepEqual(stepsOf(remedyFor({ ...BASIC, package: name, package_manager: 'apk' })), [
				'apk update',
				`apk --cache-predownload add ${full} '!${name}'`,
				`apk del ${name}`,
				'reboot'
			]);
		});

		it(`${name} without a package manager: none`, () => {
			equal(remedyFor({ ...BASIC, package: name, package_manager: null }), null);
		});
	}

	it('nothing installed: installs what most routers run, and removes nothing', () => {
		const nothing = { ...BASIC, package: null, running_has_wps: null };
		deepEqual(stepsOf(remedyFor(nothing)), [
			'mkdir -p /tmp/wpad',
			'cd /tmp',
			'opkg update',
			'opkg --cache /tmp/wpad download hostapd-common wpad-mbedtls',
			'opkg --cache /tmp/wpad install wpad-mbedtls',
			'reboot'
		]);
		deepEqual(stepsOf(remedyFor({ ...nothing, package_manager: 'apk' })), [
			'apk update',
			'apk --cache-predownload add wpad-mbedtls',
			'reboot'
		]);
		equal(remedyFor({ ...nothing, package_manager: null }), null);
	});

	for (const name of WITH_WPS) {
		it(`${name} needs none`, () => {
			for (const package_manager of ['opkg', 'apk', null] as const)
				for (const running_has_wps of [true, null])
					equal(
						remedyFor({
							...BASIC,
							package: name,
							package_manager,
							installed_has_wps: true,
							running_has_wps
						}),
						null
					);
		});

		it(`${name} needs a restart while the old one runs`, () => {
			for (const package_manager of ['opkg', 'apk', null] as const)
				deepEqual(remedyFor({ ...BASIC, package: name, package_manager, installed_has_wps: true }), [
					'service wpad restart',
					'wifi'
				]);
		});
	}

	it('is the same whatever runs, as long as WPS is not installed', () => {
		for (const running_has_wps of [true, null])
			deepEqual(remedyFor({ ...BASIC, running_has_wps }), remedyFor(BASIC));
	});
});
