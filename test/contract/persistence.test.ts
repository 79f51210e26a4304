import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkOnAir, checkWhole, CREDENTIAL, enabled, finished, LINES, optionsOf, plain } from './switching';
import { credentialText, HOME, KEY, onSimulator, RADIO0, TestRouter, wireless } from './target';

const KEEP = resolve(import.meta.dirname, '../../root/lib/upgrade/keep.d/luci-app-wps');
const OTHER_KEY = 'staple battery horse';

const text = (key: string) => credentialText('Home', key);

/** The file that the configuration of a section names. */
function named(router: TestRouter, section = 'home'): string {
	const lines = [optionsOf(router.files, section)['hostapd_bss_options'] ?? []].flat();
	return String(lines.find(line => String(line).startsWith('extra_cred='))).slice('extra_cred='.length);
}

/** Somebody commits, and nobody reloads yet. */
function commit(router: TestRouter, from: string, to: string): void {
	ok(router.config.includes(from));
	router.files.put('/etc/config/wireless', router.config.replaceAll(from, to));
}

/** A device joins by WPS; the answer is the name under which it is known. */
function join(router: TestRouter, display = true): string {
	router.device('printer', { display });
	router.open({ section: 'home' });
	router.press('printer');
	ok(router.until(() => router.devices.get('printer')?.state === 'joined'));
	router.advance(5);
	return 'printer';
}

/** The same device, with the key that it has stored, at a router that has just booted from this one's flash. */
function afterReboot(router: TestRouter, name: string): { router: TestRouter; back: boolean } {
	const next = new TestRouter({ flash: router.files });
	const before = router.device(name);
	const device = next.device(name, { mac: before.mac, display: before.display });
	device.credential = before.credential;
	next.advance(5);
	return { router: next, back: device.reconnect() };
}

describe('joined devices stay', () => {
	describe('the credential', () => {
		for (const [name, key] of [
			['a passphrase', KEY],
			['64 digits', '0123456789abcdef'.repeat(4)],
			['quotes and dollars', `"it's" $(reboot) \\n`],
			['umlauts', 'Schöne Grüße']
		] as const)
			onSimulator(`holds the network's own key: ${name}`, () => {
				const router = plain({ key: key.replaceAll("'", `'\\''`) });
				equal(finished(router, 'enable').state, 'done');
				equal(router.files.text(CREDENTIAL), text(key));
				deepEqual(router.files.attributes(CREDENTIAL), { mode: 0o600, uid: 101, gid: 101 });
				equal(router.ap().keys, 'shared');
				equal(router.problems().includes('not_persistent'), false);
			});

		onSimulator('is never half there, and never readable by others', () => {
			const router = plain();
			const { files } = router;
			const seen = new Set<string>();
			for (const operation of ['write', 'chmod', 'chown', 'rename', 'read', 'stat'] as const) {
				const real = files[operation].bind(files) as (...args: unknown[]) => unknown;
				Object.assign(files, {
					[operation]: (...args: unknown[]) => {
						const result = real(...args);
						for (const path of files.paths('/etc').filter(each => each.endsWith('.new')))
							seen.add(`${path} ${files.attributes(path)?.mode.toString(8)}`);
						seen.add(files.text(CREDENTIAL) ?? 'none');
						return result;
					}
				});
			}
			finished(router, 'enable');
			deepEqual([...seen].sort(), [`${CREDENTIAL}.new 600`, 'none', text(KEY)].sort());
		});

		onSimulator('belongs to nobody special where the router has no user network', () => {
			const router = plain();
			router.files.failNext('chown', `${CREDENTIAL}.new`);
			router.call('enable', { section: 'home' });
			equal(router.files.text(CREDENTIAL), text(KEY));
		});

		onSimulator('is written once and not at every look', () => {
			const router = enabled();
			const steps = router.rpcd.steps.length;
			for (let i = 0; i < 5; i++) router.status();
			equal(router.rpcd.steps.slice(steps).filter(step => step.includes(CREDENTIAL)).length, 0);
		});

		onSimulator('is on the list of what a sysupgrade keeps, and nobody else’s file', () => {
			// sysupgrade: find $(sed -ne '/^[[:space:]]*$/d; /^#/d; p' … /lib/upgrade/keep.d/*), words that the shell expands.
			const lines = readFileSync(KEEP, 'utf8').split('\n');
			const patterns = lines.filter(line => line && !line.startsWith('#'));
			const { files } = enabled();
			files.put('/etc/hostapd-other.psk', '');
			deepEqual(
				patterns.flatMap(pattern => files.glob(pattern)),
				[CREDENTIAL]
			);
		});
	});

	describe('the credential follows', () => {
		const occasions: [name: string, occasion: (router: TestRouter) => void][] = [
			['the next status', router => void router.status()],
			['the next reload', router => (router.netifd.reload(), router.advance(15))],
			['the next start of the handler', router => (router.rpcd.restart(), router.advance(4))]
		];

		for (const [name, occasion] of occasions) {
			onSimulator(`another key, with ${name}`, () => {
				const router = enabled();
				commit(router, KEY, OTHER_KEY);
				equal(router.files.text(CREDENTIAL), text(KEY));
				occasion(router);
				equal(router.files.text(named(router)), text(OTHER_KEY));
				deepEqual(router.files.attributes(named(router)), { mode: 0o600, uid: 101, gid: 101 });
			});

			onSimulator(`the end of the network, with ${name}`, () => {
				const router = enabled();
				const end = router.config.indexOf('\nconfig ', router.config.indexOf("'home'"));
				const start = router.config.indexOf("config wifi-iface 'home'");
				router.files.put('/etc/config/wireless', router.config.slice(0, start) + router.config.slice(end));
				occasion(router);
				deepEqual(router.files.paths('/etc').includes(CREDENTIAL), false);
			});

			for (const encryption of ['none', 'owe', 'sae', 'wpa2'])
				onSimulator(
					`another encryption (${encryption}), with ${name}: no key in it, but hostapd finds it`,
					() => {
						const router = enabled();
						// hostapd refuses wpa2 without one
						commit(router, "'home'", "'home'\n\toption auth_server '192.168.1.5'");
						commit(router, "option encryption 'psk2'", `option encryption '${encryption}'`);
						occasion(router);
						equal(router.files.text(named(router)), '');
						router.netifd.reload();
						router.advance(5);
						equal(router.hostapd.bss('phy0-ap0')?.onAir, true);
						commit(router, `option encryption '${encryption}'`, "option encryption 'psk2'");
						occasion(router);
						router.advance(5);
						checkWhole(router.files);
					}
				);

			// The name of the file alone brings no access point down: nobody tells the handler of such a reload.
			if (name === 'the next reload') continue;
			onSimulator(`the line's end, with ${name}`, () => {
				const router = enabled();
				for (const line of LINES) commit(router, `\tlist hostapd_bss_options '${line}'\n`, '');
				occasion(router);
				checkWhole(router.files);
			});
		}

		onSimulator('a file that somebody has changed or taken away', () => {
			const router = enabled();
			for (const spoil of [
				() => router.files.put(CREDENTIAL, 'else', { mode: 0o600, uid: 101, gid: 101 }),
				() => router.files.drop(CREDENTIAL)
			]) {
				spoil();
				router.status();
				router.advance(15);
				router.status();
				checkWhole(router.files);
			}
		});

		onSimulator('an anonymous network that uci calls otherwise now', () => {
			const { wps_pushbutton: _off, ...rest } = HOME;
			const config = wireless({ radio0: RADIO0, gone: rest, home: rest }).replace(/ '(gone|home)'$/gm, '');
			const router = new TestRouter({ config });
			const [, section] = router.aps.map((ap: any) => ap.section);
			equal(finished(router, 'enable', { section }).state, 'done');
			const start = router.config.indexOf('config wifi-iface');
			router.configure(
				router.config.slice(0, start) +
					router.config.slice(router.config.indexOf('config wifi-iface', start + 1))
			);
			router.advance(5);
			const [renamed] = router.aps;
			notEqual(renamed.section, section);
			deepEqual([renamed.enabled, renamed.keys], [true, 'shared']);
			equal(router.files.paths('/etc').filter(path => path.endsWith('.cred')).length, 1);
			equal(finished(router, 'disable', { section: renamed.section }).state, 'done');
			deepEqual(
				router.files.paths('/etc').filter(path => path.endsWith('.cred')),
				[]
			);
			equal('hostapd_bss_options' in optionsOf(router.files, renamed.section), false);
		});

		onSimulator('and what the boot guard has just written stays until it has put the options back', () => {
			const router = enabled();
			const path = '/etc/hostapd-wps-guest.cred';
			router.files.put('/etc/config/wps', "config guard 'guard'\n\toption when '7'\n\tlist section 'guest'\n");
			for (const file of [path, `${path}.new`]) router.files.put(file, 'x');
			router.status();
			deepEqual([router.files.has(path), router.files.has(`${path}.new`)], [true, true]);
			router.files.put('/etc/config/wps', '');
			router.setOptions('home', { key: OTHER_KEY });
			router.status();
			deepEqual([router.files.has(path), router.files.has(`${path}.new`)], [false, false]);
		});

		onSimulator('and what is handed over is the new one, though hostapd had read the old one', () => {
			const router = enabled();
			router.setOptions('home', { key: OTHER_KEY });
			router.advance(12);
			equal(router.device(join(router)).credential?.key, OTHER_KEY);
			router.setOptions('home', { ssid: 'House' });
			router.advance(12);
			join(router);
			deepEqual(
				[router.device('printer').credential?.ssid, router.device('printer').credential?.key],
				['House', OTHER_KEY]
			);
		});

		onSimulator('but a look applies nothing that somebody has committed and not applied', () => {
			const router = enabled();
			commit(router, KEY, OTHER_KEY);
			const reloads = router.bus.calls.filter(({ object }) => object === 'network').length;
			router.status();
			router.advance(10);
			equal(router.bus.calls.filter(({ object }) => object === 'network').length, reloads);
		});
	});

	describe('what the owner has arranged is left alone:', () => {
		const station = { mac: '02:00:00:00:00:05', key: 'only for this one' };
		const { wps_pushbutton: _off, ...rest } = HOME;
		const base = { radio0: RADIO0, home: rest };

		for (const [name, sections] of [
			['a key file of his own', { ...base, home: { ...rest, wpa_psk_file: '/etc/mine.psk' } }],
			['keys for single devices', { ...base, station: { ...station, iface: 'home' } }],
			['keys for single devices, on each network', { ...base, station: { ...station, iface: '' } }]
		] as const)
			onSimulator(name, () => {
				const mine = '02:00:00:00:00:05 only for this one\n';
				const router = new TestRouter({ config: wireless(sections), put: { '/etc/mine.psk': mine } });
				equal(finished(router, 'enable').state, 'done');
				const { wps_pushbutton, hostapd_bss_options, ...others } = optionsOf(router.files);
				deepEqual([wps_pushbutton, hostapd_bss_options, others], ['1', LINES, sections.home]);
				equal(router.files.text('/etc/mine.psk'), mine);
				const ap = router.ap();
				deepEqual([ap.enabled, ap.keys, ap.ready], [true, 'shared', true]);
				deepEqual(ap.problems, []);
			});
	});

	for (const display of [true, false])
		describe(`a device ${display ? 'with' : 'without'} a display`, () => {
			onSimulator('that joined comes back after a reload, a restart of hostapd and a reboot', () => {
				const router = enabled();
				const device = router.device(join(router, display));
				equal(device.credential?.key, KEY);
				router.setOptions('home', { max_inactivity: '300' });
				router.advance(5);
				checkOnAir(router);
				ok(device.reconnect(), 'after a reload');
				router.hostapd.restart();
				router.advance(10);
				checkOnAir(router);
				ok(device.reconnect(), 'after a restart of hostapd');
				const { back, router: next } = afterReboot(router, 'printer');
				ok(back, 'after a reboot');
				ok(afterReboot(next, 'printer').back, 'after another one');
			});

			onSimulator('that joined needs the new key after the key changed', () => {
				const router = enabled();
				const device = router.device(join(router, display));
				router.setOptions('home', { key: OTHER_KEY });
				router.advance(15);
				equal(device.reconnect(), false);
				join(router, display);
				equal(device.credential?.key, OTHER_KEY);
				ok(afterReboot(router, 'printer').back);
			});
		});

	onSimulator('without the credential, as OpenWrt does by itself, a device does not come back', () => {
		const router = plain({ wps_pushbutton: '1' });
		equal(router.ap().keys, 'lost');
		const device = router.device(join(router));
		notEqual(device.credential?.key, KEY);
		ok(device.reconnect(), 'before anything happened');
		equal(afterReboot(router, 'printer').back, false);
		router.hostapd.restart();
		router.advance(10);
		equal(device.reconnect(), false);
	});
});
