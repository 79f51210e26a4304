import { announce, ask, OK } from '../router/bus';
import { now } from '../router/time';

/*
 * Devices at this router's access points, asked of hostapd itself.
 */

/** hostapd answers at once, milliseconds. */
const STATIONS_WITHIN = 2000;

/** The addresses of those who are connected at any of these. */
export function readStations(ifnames: string[], done: (macs: string[]) => void): void {
	const calls = map(ifnames, ifname => ({ object: `hostapd.${ifname}`, method: 'get_clients' }));

	ask(calls, now().monotonic + STATIONS_WITHIN, replies => {
		const macs: string[] = [];
		for (const reply of replies) {
			const clients = reply.code === OK ? (reply.data?.clients ?? {}) : {};
			// Who is here for WPS only has no key yet.
			for (const mac of keys<string>(clients))
				if (clients[mac]?.authorized === true && clients[mac]?.wps !== true) push(macs, mac);
		}
		done(macs);
	});
}

/** luci.wps waits for the device of this session to come back with its keys: it has, at another router (service/resume.ts). */
export function tellArrival(session: string, router: string): void {
	announce('luci.wps.arrived', { session, router });
}
