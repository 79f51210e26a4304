import * as fs from 'fs';

/**
 * Whether this interface is on the air: an access point that sends beacons, an uplink that is connected. mac80211 sets the
 * carrier when it starts the access point and takes it away when it stops it (net/mac80211/cfg.c, ieee80211_start_ap and
 * ieee80211_stop_ap), whatever hostapd says. Of an interface that is down the kernel lets nobody read it (net-sysfs.c,
 * carrier_show), while hostapd goes on answering. null: not known.
 */
export function hasCarrier(ifname: string): boolean | null {
	const path = `/sys/class/net/${ifname}/carrier`;
	const carrier = fs.readfile(path, 1);
	if (carrier === null) return fs.access(path) === true ? false : null;

	return carrier === '1' ? true : carrier === '0' ? false : null;
}
