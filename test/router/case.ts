import type { Bus } from './bus';
import type { Files } from './files';
import { since, type Release } from './release';
import { readConfig } from './uci';

/** OpenWrt 25.12 and main: package/network/config/wifi-scripts/files/etc/rc.button/wps */
const SCRIPTS = `#!/bin/sh
[ "$ACTION" = "pressed" ] && exit 5
for script in /etc/rc.wps/*; do
	[ -x "$script" ] || continue
	"$script" && break
done
`;

/** Up to 24.10 (hostapd-common, wps-hotplug.sh) it does all by itself. */
const PROGRAM = '#!/bin/sh\nwps_catch_credentials() {\n\t:\n}\n';

/** OpenWrt's scripts beside ours, from 25.12 on (wifi-scripts/files/etc/rc.wps); what they do stands in `pressStock`. */
const STOCK = ['40-wps_ap', '50-wps_sta'];

/** From so many seconds on a press is for the router as a device. */
const LONG = 3;

/** Puts what procd runs for the WPS button into the router. */
export function installButton(files: Files, release: Release): void {
	const scripts = since(release, '25.12');
	files.put('/etc/rc.button/wps', scripts ? SCRIPTS : PROGRAM, { mode: 0o755 });
	if (scripts) for (const name of STOCK) files.put(`/etc/rc.wps/${name}`, '#!/bin/sh\n', { mode: 0o755 });
}

/** Does this release run the scripts of /etc/rc.wps, ours among them? */
export function runsScripts(files: Files): boolean {
	return files.text('/etc/rc.button/wps')?.includes('/etc/rc.wps/') ?? false;
}

/**
 * What the button on the case sets off when it is let go after so many seconds: root/etc/rc.wps/30-luci-app-wps, in our own
 * words (button-script.ts runs it itself, test/unit/shell tries it), and then OpenWrt's scripts.
 */
export function pressButton(bus: Bus, files: Files, seen: number): void {
	const action = readConfig(files, 'wps').find(section => section['.name'] === 'button')?.['action'];
	if (runsScripts(files) && seen < LONG && action !== 'stock') {
		if (action !== 'off') bus.defer('luci.wps', 'press', {}, 5_000, () => {});
		return;
	}
	pressStock(bus, files, seen);
}

/**
 * OpenWrt's own: 40-wps_ap opens every access point that will, 50-wps_sta looks for one with every uplink. Up to 24.10 a
 * short press that opened nothing is for the uplinks as well (wps-hotplug.sh).
 */
export function pressStock(bus: Bus, files: Files, seen: number): void {
	const start = (pattern: string) =>
		bus.list(pattern).filter(({ name }) => bus.call(name, 'wps_start').code === 0).length > 0;
	if (seen < LONG && (start('hostapd.*') || runsScripts(files))) return;
	start('wpa_supplicant.*');
}
