import * as fs from 'fs';

/**
 * Whether this interface is on the air: an access point that sends beacons, an uplink that is connected. mac80211 sets the
 * carrier when it starts the access point and takes it away when it stops it (net/mac80211/cfg.c, ieee80211_start_ap and
 * ieee80211_stop_ap), whatever hostapd says. null: not known.
 */
export function hasCarrier(ifname: string): boolean | null {
	const carrier = fs.readfile(`/sys/class/net/${ifname}/carrier`, 1);
	return carrier === '1' ? true : carrier === '0' ? false : null;
}
