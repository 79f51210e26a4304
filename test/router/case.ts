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

/** Puts what procd runs for the WPS button into the router. */
export function installButton(files: Files, release: Release): void {
	files.put('/etc/rc.button/wps', since(release, '25.12') ? SCRIPTS : PROGRAM, { mode: 0o755 });
}

/**
 * What the button on the case sets off when it is let go after so many seconds: root/etc/rc.wps/30-luci-app-wps, tried itself
 * under busybox in test/unit/shell, and then OpenWrt's own 40-wps_ap.
 */
export function pressButton(bus: Bus, files: Files, seen: number): void {
	if (seen >= 3) return;
	const scripts = files.text('/etc/rc.button/wps')?.includes('/etc/rc.wps/') ?? false;
	const action = readConfig(files, 'wps').find(section => section['.name'] === 'button')?.['action'];
	if (scripts && action === 'off') return;
	if (scripts && action !== 'stock') return void bus.defer('luci.wps', 'press', {}, 5_000, () => {});
	for (const { name } of bus.list('hostapd.*')) bus.call(name, 'wps_start');
}
