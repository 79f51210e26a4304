import type { Daemon } from '../contract/status';
import { USUAL } from '../contract/wpad';

/**
 * What to type so that this router gets an access point software with WPS, or null when it has one: the full build
 * with the same TLS library, `wpad-mbedtls` in place of `wpad-basic-mbedtls`.
 * Downloads before it removes anything: the network may be the way to the packages.
 */
export function remedyFor(daemon: Omit<Daemon, 'remedy'>): string[] | null {
	if (daemon.installed_has_wps === null) return null;
	if (daemon.installed_has_wps) return daemon.running_has_wps === false ? ['service wpad restart', 'wifi'] : null;

	const old = daemon.package;
	const full = old === null ? USUAL : replace(old, /-(basic|mini)/, '');
	// A build of somebody's own, by the name of a full one.
	if (full === old) return null;

	const remove = old === null ? '' : ` && opkg remove ${old}`;
	const replaced = old === null ? '' : ` '!${old}' && apk del ${old}`;
	const commands = {
		opkg: `mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${full}${remove} && opkg --cache /tmp/wpad install ${full} && reboot`,
		apk: `apk update && apk --cache-predownload add ${full}${replaced} && reboot`
	};
	return daemon.package_manager === null ? null : [commands[daemon.package_manager]];
}
