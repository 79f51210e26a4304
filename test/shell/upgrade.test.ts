import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { VirtualClock } from '../router/clock';
import { Files } from '../router/files';
import { SimulatedRouter } from '../router/router';
import { Box, NETWORK, type Daemon } from './box';

/** Two bands of one network that hand out its own key, one where devices have keys of their own, one without WPS. */
const WIRELESS = `
config wifi-device 'radio0'
	option type 'mac80211'
	option band '2g'
	option channel '1'

config wifi-iface 'home'
	option device 'radio0'
	option mode 'ap'
	option ssid 'Home'
	option encryption 'psk2'
	option wps_pushbutton '1'
	option wps_independent '0'
	list hostapd_bss_options 'skip_cred_build=1'
	list hostapd_bss_options 'extra_cred=/etc/hostapd-wps-home.cred'
	option key 'secret12345'

config wifi-iface 'things'
	option device 'radio0'
	option mode 'ap'
	option ssid 'Things'
	option encryption 'psk2'
	option key 'things12345'
	option wps_pushbutton '1'
	option wpa_psk_file '/etc/hostapd-wps-things.psk'

config wifi-device 'radio1'
	option type 'mac80211'
	option band '5g'
	option channel '36'

config wifi-iface 'home5'
	option device 'radio1'
	option mode 'ap'
	option ssid 'Home'
	option encryption 'psk2'
	option key 'secret12345'
	option wps_pushbutton '1'
	option wps_independent '0'
	list hostapd_bss_options 'skip_cred_build=1'
	list hostapd_bss_options 'extra_cred=/etc/hostapd-wps-home5.cred'

config wifi-iface 'guest'
	option device 'radio1'
	option mode 'ap'
	option ssid 'Guests'
	option encryption 'none'

`;
const KEYS = '02:00:00:00:00:07 0011223344556677889900112233445566778899001122334455667788990011\n';

const FILES = ['/etc/init.d/wps-guard', '/lib/upgrade/keep.d/luci-app-wps', '/etc/config/wps'];
const PACKAGE = '/usr/share/rpcd/ucode/luci.wps.uc';

describe('a firmware upgrade', function () {
	this.timeout(120_000);
	const box = new Box();

	/** What opkg or apk does. */
	async function installPackage(): Promise<void> {
		const settings = box.text('/etc/config/wps');
		box.install(...FILES, PACKAGE);
		if (settings !== null) box.put('/etc/config/wps', settings);
		box.drop('/etc/rc.d/S18wps-guard');
		box.link('/etc/rc.d/S18wps-guard', '../init.d/wps-guard');
		await box.init('wps-guard', 'start');
	}

	/** Another image: only what sysupgrade keeps (list_static_conffiles) is still there. */
	async function flash(daemon: Daemon): Promise<void> {
		const list =
			"find $(sed -ne '/^[[:space:]]*$/d; /^#/d; p' /lib/upgrade/keep.d/* 2>/dev/null) \\( -type f -o -type l \\) 2>/dev/null";
		const paths = [...new Set((await box.run(['-c', list])).output.trim().split('\n'))];
		const kept = paths.map(path => [path, box.pack(path)] as const);
		box.empty();
		image(daemon);
		for (const [path, packed] of kept) box.unpack(path, packed);
		await boot();
	}

	function image(daemon: Daemon): void {
		// of base-files, whose settings are in keep.d as well
		box.put('/lib/upgrade/keep.d/base-files', '/etc/config/\n');
		box.daemon(daemon);
	}

	/** What runs at boot. */
	async function boot(): Promise<void> {
		if (box.has('/etc/rc.d/S18wps-guard')) await box.init('wps-guard');
	}

	/** Which access points come on the air, and which of them have WPS. */
	function onAir(installed: 'full' | 'basic'): Record<string, boolean> {
		const flash = new Files(new VirtualClock());
		for (const path of Object.keys(box.picture('/etc')).filter(each => each.includes('/hostapd-wps-')))
			flash.put(path, box.bytes(path)!.toString('latin1'), { mode: 0o600, uid: NETWORK, gid: NETWORK });
		const config = box.text('/etc/config/wireless')!;
		const router = new SimulatedRouter({ config, flash, installed, plugin: null });
		const found: Record<string, boolean> = {};
		const { data } = router.call('network.wireless', 'status') as { data: Record<string, any> };
		for (const { interfaces } of Object.values(data))
			for (const { section, ifname } of interfaces) {
				// without WPS of its own a network still opens those that are one group
				if (router.call(`hostapd.${ifname}`, 'get_status').code !== 0) continue;
				router.call(`hostapd.${ifname}`, 'wps_start');
				found[section] = router.call(`hostapd.${ifname}`, 'wps_status').data?.['pbc_status'] === 'Active';
			}
		return found;
	}

	const ALL = { home: true, things: true, home5: true, guest: false };
	const WITHOUT = { home: false, things: false, home5: false, guest: false };
	const guardIsThere = () => FILES.slice(0, 2).map(path => box.has(path));

	beforeEach(async () => {
		box.empty();
		image('full');
		box.put('/etc/config/wireless', WIRELESS, 0o600);
		box.put('/etc/hostapd-wps-things.psk', KEYS, 0o600);
		await installPackage();
	});

	after(() => box.close());

	it('without the guard costs the Wi-Fi, and in the simulator as well', async () => {
		deepEqual(onAir('full'), ALL);
		box.drop('/etc/rc.d/S18wps-guard');
		await flash('basic');
		deepEqual(onAir('basic'), {});
	});

	it('to an image without WPS costs nothing; WPS comes back with the software', async () => {
		await flash('basic');
		deepEqual(onAir('basic'), WITHOUT);
		match(box.log().join(), /^hostapd has no WPS; taken away, /);
		equal(box.text('/etc/hostapd-wps-things.psk'), KEYS);

		// another one, before anybody has got round to it
		await flash('basic');
		deepEqual([guardIsThere(), onAir('basic')], [[true, true], WITHOUT]);

		box.daemon('full');
		await installPackage();
		equal(box.text('/etc/config/wireless'), WIRELESS);
		deepEqual(onAir('full'), ALL);
		ok(!box.text('/etc/config/wps')!.includes('guard'));
	});

	it('to an image with WPS but without us changes nothing, and the next is guarded', async () => {
		await flash('full');
		deepEqual([box.text('/etc/config/wireless'), onAir('full'), guardIsThere()], [WIRELESS, ALL, [true, true]]);
		await flash('basic');
		deepEqual(onAir('basic'), WITHOUT);
		await flash('full');
		deepEqual([box.text('/etc/config/wireless'), onAir('full')], [WIRELESS, ALL]);
	});

	it('leaves nothing of us behind where WPS is off', async () => {
		box.put('/etc/config/wireless', WIRELESS.replaceAll(/^\t.*(wps|skip_cred).*\n/gm, ''));
		box.put('/etc/hostapd-wps-home.cred', '');
		await flash('basic');
		deepEqual(guardIsThere(), [false, false]);
		ok(!box.has('/etc/rc.d/S18wps-guard'));
		deepEqual(
			Object.keys(box.picture('/etc')).filter(path => path.includes('wps')),
			['/etc/config/wps']
		);
		deepEqual(onAir('basic'), WITHOUT);
	});
});
