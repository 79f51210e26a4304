import type { Daemon } from '../contract/status';
import { USUAL } from '../contract/wpad';

/** The full build with the same TLS library: `wpad-basic-mbedtls` becomes `wpad-mbedtls` (facts §6). */
export function fullVariant(name: string | null): string {
	return name === null ? USUAL : replace(name, /-(basic|mini)/, '');
}

/**
 * What to type so that this router gets an access point software with WPS, or null when it has one.
 * Downloads before it removes anything: the network may be the way to the packages (facts/packaging.md 2e).
 */
export function remedyFor(daemon: Omit<Daemon, 'remedy'>): string[] | null {
	if (daemon.installed_has_wps) return daemon.running_has_wps === false ? ['service wpad restart', 'wifi'] : null;

	const old = daemon.package;
	const full = fullVariant(old);
	// A build of somebody's own, by the name of a full one.
	if (full === old) return null;

	switch (daemon.package_manager) {
		case 'opkg': {
			const remove = old === null ? '' : ` && opkg remove ${old}`;
			return [
				`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${full}${remove} && opkg --cache /tmp/wpad install ${full} && reboot`
			];
		}
		case 'apk': {
			const remove = old === null ? '' : ` '!${old}' && apk del ${old}`;
			return [`apk update && apk --cache-predownload add ${full}${remove} && reboot`];
		}
		default:
			return null;
	}
}
