import * as fs from 'fs';
import { WALK_TIME } from '../contract/limits';
import { now } from './time';

export const HOSTAPD_CLI = '/usr/sbin/hostapd_cli';

/** Whether hostapd_cli is on this router (package hostapd-utils). */
export function hasHostapdCli(): boolean {
	return fs.access(HOSTAPD_CLI, 'x') === true;
}

/**
 * Lets the device with this PIN in. Always with the walk time as limit: hostapd would keep a PIN without
 * one for ever, and wps_cancel would not take it back (wps_registrar_add_pin, hostap src/wps/wps_registrar.c). No shell is involved.
 * @param device    the MAC address of the only device that may use it, or null
 * @param deadline  milliseconds since boot
 * @returns false when hostapd_cli could not be run, or did not reach hostapd
 */
export function addPin(ifname: string, pin: string, device: string | null, deadline: number): boolean {
	const argv = [HOSTAPD_CLI, '-i', ifname, 'wps_pin', 'any', pin, `${WALK_TIME}`];
	if (device !== null) push(argv, device);

	return system(argv, max(1, deadline - now().monotonic)) === 0;
}

/**
 * Takes back all PINs, by the same way and so behind an `addPin` that hostapd has not obeyed yet: `wps_cancel` over ubus
 * might overtake it. Nobody waits for the answer.
 */
export function cancelPin(ifname: string): void {
	system([HOSTAPD_CLI, '-i', ifname, 'wps_cancel'], 50);
}
