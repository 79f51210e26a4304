import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { FileError } from '../router/files';
import {
	credentialText,
	HOME,
	house,
	KEPT,
	KEY,
	onSimulator,
	RADIO0,
	RADIO1,
	refused,
	small,
	TestRouter,
	wireless
} from './target';

const CONFIG = '/etc/config/wireless';
const CREDENTIAL = '/etc/hostapd-wps-home.cred';

/** A router on which somebody has been looking for a while. */
function watched(router = small()): TestRouter {
	for (let look = 0; look < 4; look++) {
		router.advance(10);
		router.status();
	}
	return router;
}

/** Somebody writes the configuration: in place as an editor does, or as uci does by a new file of that name. */
function write(router: TestRouter, text: string, inPlace = false): void {
	if (inPlace) return router.files.put(CONFIG, text);
	router.files.put(`${CONFIG}.new`, text);
	router.files.rename(`${CONFIG}.new`, CONFIG);
}

const option = (router: TestRouter) => router.ap().problems.map(({ code }: { code: string }) => code);
const ssid = (router: TestRouter) => router.status().networks.map((network: { ssid: string }) => network.ssid);

describe('a look is never at what was', () => {
	onSimulator('a commit of another size, of the same size, in the same second', () => {
		const router = watched();
		const before = router.config;
		deepEqual(ssid(router), ['Home']);
		write(router, before.replace("'Home'", "'Another'"));
		deepEqual(ssid(router), ['Another']);
		write(router, before.replace("'Home'", "'Anither'"));
		deepEqual(ssid(router), ['Anither']);
		write(router, before.replace("'Home'", "'Onother'"), true);
		deepEqual(ssid(router), ['Onother']);
		router.advance(1);
		write(router, before.replace("'Home'", "'Unother'"), true);
		deepEqual(ssid(router), ['Unother']);
	});

	onSimulator('a file whose time of writing was put back', () => {
		const router = watched();
		const { mtime } = router.files.stat(CONFIG);
		write(router, router.config.replace("'Home'", "'Hame'"), true);
		router.files.age(CONFIG, mtime);
		deepEqual(ssid(router), ['Hame']);
	});

	onSimulator('a clock that jumps back to the very second', () => {
		const router = watched();
		const { ctime } = router.files.stat(CONFIG);
		router.advance(100);
		router.status();
		router.clock.setEpoch(ctime);
		write(router, router.config.replace("'Home'", "'Hame'"), true);
		equal(router.files.stat(CONFIG).ctime, ctime);
		deepEqual(ssid(router), ['Hame']);
	});

	onSimulator('an interface that somebody sets down, though hostapd says the same as before', () => {
		const router = watched();
		equal(router.ap().on_air, true);
		router.files.onRead('/sys/class/net/phy0-ap0/carrier', () => {
			throw new FileError('EINVAL');
		});
		equal(router.ap().on_air, false);
	});

	onSimulator('what somebody stages, and takes back', () => {
		for (const folder of ['/tmp/.uci', '/var/run/rpcd/uci-0123456789abcdef']) {
			const router = watched();
			ok(!option(router).includes('unsaved_changes'));
			router.files.put(`${folder}/wireless`, "wireless.home.ssid='x'\n");
			ok(option(router).includes('unsaved_changes'), folder);
			router.files.drop(`${folder}/wireless`);
			ok(!option(router).includes('unsaved_changes'), folder);
		}
	});

	onSimulator('a credential that somebody touches is put right, and one that goes comes back', () => {
		const router = watched(small({ ...KEPT }));
		const whole = credentialText('Home', KEY);
		equal(router.files.text(CREDENTIAL), whole);
		const size = whole.length;
		router.files.put(CREDENTIAL, 'x'.repeat(size));
		router.status();
		ok(router.files.paths('/etc').some(path => router.files.text(path) === whole));
	});

	onSimulator('a file of ours that no setting names goes', () => {
		const router = watched();
		router.files.put('/etc/hostapd-wps-other.cred', 'x');
		router.status();
		equal(router.files.text('/etc/hostapd-wps-other.cred'), null);
	});

	onSimulator('another package', () => {
		const router = watched();
		const { daemon } = router.status();
		router.install('basic');
		const swapped = router.status().daemon;
		notEqual(swapped.package, daemon.package);
		equal(swapped.installed_has_wps, false);
		router.advance(20);
		router.status();
		router.install('full');
		deepEqual(router.status().daemon, daemon);
	});

	onSimulator('wifi down and up, a beacon that stops, settings of the button', () => {
		const router = watched(house());
		const bss = router.hostapd.bss('phy0-ap0');
		equal(router.ap().on_air, true);
		bss?.takeDown();
		equal(router.ap().on_air, false);
		router.files.put('/etc/config/wps', "config guard 'guard'\n\toption when '7'\n\tlist section 'home'\n");
		deepEqual(router.status().guard, { when: 7, sections: ['home'] });
		router.files.put('/etc/config/wps', "config guard 'guard'\n\toption when '8'\n\tlist section 'home'\n");
		equal(router.status().guard.when, 8);
	});

	onSimulator('the time goes on', () => {
		const router = watched();
		const { now } = router.status();
		router.advance(7);
		equal(router.status().now, now + 7);
	});

	onSimulator('a program of another kind in place of hostapd, whatever the package manager says', () => {
		const router = watched();
		equal(router.status().daemon.installed_has_wps, true);
		router.hostapd.installed = 'basic';
		router.files.put('/usr/sbin/hostapd', 'ELF basic', { mode: 0o755 });
		equal(router.status().daemon.installed_has_wps, false);
	});

	for (const packageManager of ['apk', 'opkg'] as const)
		onSimulator(`${packageManager}: a package of another name`, () => {
			const router = watched(small({}, { packageManager }));
			const [before, after] =
				packageManager === 'apk'
					? ['/lib/apk/packages/wpad-mbedtls.list', '/lib/apk/packages/wpad-openssl.list']
					: ['/usr/lib/opkg/info/wpad-mbedtls.control', '/usr/lib/opkg/info/wpad-openssl.control'];
			equal(router.status().daemon.package, 'wpad-mbedtls');
			router.files.rename(before, after);
			equal(router.status().daemon.package, 'wpad-openssl');
		});

	onSimulator('hostapd_cli that comes and goes', () => {
		const router = watched();
		const there = () => router.status().daemon.pin_available;
		equal(there(), true);
		router.files.drop('/usr/sbin/hostapd_cli');
		equal(there(), false);
		router.advance(10);
		equal(there(), false);
		router.files.put('/usr/sbin/hostapd_cli', 'ELF', { mode: 0o755 });
		equal(there(), true);
	});

	onSimulator('scripts that read the configuration otherwise', () => {
		const router = watched(small({ encryption: 'sae-compat' }, { release: '25.12' }));
		ok(!option(router).includes('wpa3_only'));
		router.files.drop('/usr/share/ucode/wifi/ap.uc');
		router.files.put('/lib/netifd/hostapd.sh', 'sae_password_file\n');
		ok(option(router).includes('wpa3_only'));
	});

	onSimulator('a script of netifd that comes and goes, for a radio that is not up yet', () => {
		const added = wireless({ radio2: RADIO1, new: { ...HOME, device: 'radio2' } });
		const router = small();
		write(router, `${router.config}\n${added}`);
		watched(router);
		const told = () => router.problems('new').includes('not_managed');
		equal(told(), false);
		router.files.drop('/lib/netifd/wireless/mac80211.sh');
		equal(told(), true);
	});

	onSimulator('an interface with another address', () => {
		const router = watched();
		router.files.onRead('/sys/class/net/phy0-ap0/address', () => '02:00:00:00:00:99\n');
		equal(router.ap().bssid, '02:00:00:00:00:99');
	});

	onSimulator('an uplink that connects and goes', () => {
		const { wps_pushbutton: _off, ...rest } = HOME;
		const config = wireless({
			radio0: RADIO0,
			home: { ...HOME, ssid: 'Ext' },
			up: { ...rest, ssid: 'Up', mode: 'sta' }
		});
		const router = watched(new TestRouter({ config, release: '25.12' }));
		const [uplink] = router.files.paths('/sys/class/net').filter(path => /sta.*carrier$/.test(path));
		router.files.put('/sys/class/net/phy0-ap0/carrier', '0\n');
		const mend = (connected: boolean) => {
			router.files.put(uplink ?? '', connected ? '1\n' : '0\n');
			return router.ap().problems.find(({ code }: any) => code === 'silent')?.fix;
		};
		mend(true);
		router.advance(10);
		deepEqual([mend(true), mend(false), mend(true)], ['enable', 'wait', 'enable']);
	});

	onSimulator('a radio that moves to another channel, within seconds', () => {
		const router = watched();
		equal(router.ap().channel, 6);
		router.hostapd.bss('phy0-ap0')!.radio.config.channel = 11;
		router.advance(11);
		router.status();
		equal(router.ap().channel, 11);
	});

	onSimulator('what the bridge tells of the house', () => {
		const router = watched();
		const tell = (name: string) => {
			const text = JSON.stringify({ connected: true, name, problem: null, uuid: null, routers: [] });
			router.files.put('/var/run/luci-wps-house.json', text);
			return router.status().house?.name;
		};
		deepEqual([tell('one'), tell('two')], ['one', 'two']);
		router.files.drop('/var/run/luci-wps-house.json');
		equal(router.status().house, null);
	});

	onSimulator('a file of keys that is touched by hand, and one that goes', () => {
		const path = '/etc/hostapd-wps-home.psk';
		const router = watched(small({ wpa_psk_file: path }, { put: { [path]: '' } }));
		const keys = () => router.network().keys;
		equal(keys(), 'own');
		router.files.put(path, `wps=1 00:00:00:00:00:00 ${KEY}\n`);
		equal(keys(), 'shared');
		router.files.drop(path);
		router.status();
		ok(router.files.text(path) !== null);
	});

	onSimulator('`wifi`, after a commit that a look has seen already', () => {
		const router = watched();
		write(router, router.config.replace("'Home'", "'Hame'"));
		ok(!router.ap().ready);
		router.advance(10);
		ok(!router.ap().ready);
		router.bus.call('network', 'reload');
		router.advance(10);
		deepEqual([router.ap().ready, router.hostapd.bss('phy0-ap0')?.config.ssid], [true, 'Hame']);
	});

	onSimulator('clocks that are set back by less than anybody notices, again and again', () => {
		const router = watched();
		const { ctime } = router.files.stat(CONFIG);
		while (router.clock.epoch() > ctime) {
			router.clock.setEpoch(Math.max(ctime, router.clock.epoch() - 2));
			router.status();
		}
		write(router, router.config.replace("'Home'", "'Hame'"), true);
		equal(router.files.stat(CONFIG).ctime, ctime);
		deepEqual(ssid(router), ['Hame']);
	});

	onSimulator('a clock that is set forward right behind a change, as at boot', () => {
		const router = watched();
		write(router, router.config.replace("'Home'", "'Hame'"), true);
		router.clock.setEpoch(router.clock.epoch() + 100_000);
		deepEqual(ssid(router), ['Hame']);
		write(router, router.config.replace("'Hame'", "'Hume'"), true);
		deepEqual(ssid(router), ['Hume']);
	});

	onSimulator('a radio that netifd has stopped, though all else is as before', () => {
		const router = watched();
		const { data } = router.bus.call('network.wireless', 'status');
		const stopped = structuredClone(data as any);
		stopped.radio0.autostart = false;
		router.bus.remove('network.wireless');
		router.bus.publish('network.wireless', { status: () => ({ code: 0, data: stopped }) });
		ok(option(router).includes('radio_stopped'), option(router).join());
	});

	onSimulator('the seconds of a window, and of a radar check, while all answers are the same', () => {
		const router = watched();
		router.open();
		const left = () => router.ap().session.remaining;
		const first = left();
		router.advance(7);
		const second = left();
		router.advance(7);
		deepEqual([first - second, second - left()], [7, 7]);

		const dfs = small({}, {}, { band: '5g', channel: '52' });
		const check = () => dfs.ap().problems.find(({ code }: any) => code === 'radar_check')?.seconds;
		dfs.advance(10);
		check();
		const before = check();
		dfs.advance(7);
		equal(before - check(), 7);
	});

	onSimulator('a session that came and went between two looks', () => {
		const router = watched();
		const newest = () => router.ap().session.id;
		const open = () => {
			const { id } = router.open();
			router.cancel();
			router.advance(2);
			return id;
		};
		const first = open();
		deepEqual([newest(), newest(), newest()], [first, first, first]);
		const second = open();
		equal(newest(), second);
	});

	onSimulator('hostapd that hangs on is not told as it was before', () => {
		const router = watched();
		router.hostapd.hung = true;
		for (let look = 0; look < 3; look++) refused(router.call('status'), 'timeout');
		router.hostapd.hung = false;
		router.status();
	});

	onSimulator('a file that could not be put right while the disk could only be read', () => {
		const router = watched(small({ ...KEPT }));
		router.files.put(CREDENTIAL, '');
		router.files.readOnly = ['/etc'];
		for (let look = 0; look < 3; look++) {
			equal(router.network().keys, 'lost');
			router.advance(10);
		}
		router.files.readOnly = [];
		router.status();
		ok(router.files.paths('/etc').some(path => router.files.text(path) === credentialText('Home', KEY)));
	});

	onSimulator('a light that is gone', () => {
		const router = watched(small({ wps_pushbutton: '0' }, { leds: { 'green:wps': {} } }));
		equal(router.status().light, 'green:wps');
		for (const path of router.files.paths('/sys/class/leds')) router.files.drop(path);
		router.call('press');
		equal(router.status().light, null);
	});
});
