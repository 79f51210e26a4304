import { UBUS, type Answer, type Message } from '../bus';
import type { Bss } from './bss';
import { opClass } from './config';
import { describe } from './station';

type Handler = (args: Message) => Answer;

const done: Answer = { code: UBUS.OK };

/** The methods of `hostapd.<ifname>`; the WPS ones are compiled in or not (OpenWrt's ubus.c). */
export function bssMethods(bss: Bss): Record<string, Handler> {
	const methods: Record<string, Handler> = {
		get_clients: () => ({ code: UBUS.OK, data: clients(bss) }),
		get_status: () => ({ code: UBUS.OK, data: status(bss) }),
		get_features: () => {
			const { freq } = bss.radio.config;
			return { code: UBUS.OK, data: { ht_supported: freq < 5950, vht_supported: freq > 4000 && freq < 5950 } };
		},
		del_client: args => removeClient(bss, args),
		list_bans: () => ({ code: UBUS.OK, data: { clients: bans(bss) } }),
		update_beacon: () => (bss.beacon() ? done : { code: UBUS.NOT_SUPPORTED })
	};
	if (!bss.host.hasWps) return methods;
	return {
		...methods,
		wps_start: () => (pushButton(bss) ? done : { code: UBUS.NOT_SUPPORTED }),
		wps_status: () => ({ code: UBUS.OK, data: bss.stats.report() }),
		wps_cancel: () => (cancel(bss) ? done : { code: UBUS.NOT_SUPPORTED })
	};
}

/** hostapd_wps_button_pushed: stops at the first BSS that refuses; those before it are open already (hostapd_wps_for_each). */
export function pushButton(bss: Bss): boolean {
	const reached = bss.siblings();
	return reached.length > 0 && reached.every(each => each.registrar?.pushButton());
}

/** hostapd_wps_cancel: accepted wherever WPS is on, even with nothing to cancel. */
export function cancel(bss: Bss): boolean {
	const reached = bss.siblings();
	for (const each of reached) if (each.registrar?.cancel()) each.kickWps();
	return reached.length > 0;
}

/** hostapd_wps_add_pin. */
export function addPin(
	bss: Bss,
	uuid: string | null,
	pin: string,
	timeout: number,
	addr: string | null = null
): boolean {
	const reached = bss.siblings();
	for (const each of reached) each.registrar?.addPin(uuid, pin, timeout, addr);
	return reached.length > 0;
}

function clients(bss: Bss): Message {
	const entries = [...bss.stations.values()].map(station => [station.mac, describe(station)] as const);
	return { freq: bss.radio.config.freq, clients: Object.fromEntries(entries) };
}

function status(bss: Bss): Message {
	const { radio } = bss;
	const left = radio.cacLeft;
	return {
		driver: 'nl80211',
		status: radio.state,
		bssid: (bss.config.bssid ?? '00:00:00:00:00:00').toLowerCase(),
		ssid: bss.config.ssid,
		freq: radio.config.freq,
		channel: radio.config.channel,
		op_class: opClass(radio.config.freq, radio.config.channel),
		beacon_interval: 100,
		bss_color: -1,
		phy: radio.config.wiphy,
		rrm: { neighbor_report_tx: 0 },
		wnm: { bss_transition_query_rx: 0, bss_transition_request_tx: 0, bss_transition_response_rx: 0 },
		airtime: { time: 0, time_busy: 0, utilization: 0 },
		dfs: { cac_seconds: radio.config.cac, cac_active: left !== null, cac_seconds_left: left ?? 0 }
	};
}

/** Refuses a missing or malformed `addr`, not one that nobody has (ubus.c hostapd_bss_del_client). */
function removeClient(bss: Bss, args: Message): Answer {
	const { addr, reason, deauth, ban_time } = args;
	if (typeof addr !== 'string' || !/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(addr))
		return { code: UBUS.INVALID_ARGUMENT };
	const mac = addr.toLowerCase();
	const banTime = typeof ban_time === 'number' ? ban_time : 0;
	bss.removals.push({ mac, reason: typeof reason === 'number' ? reason : 1, deauth: deauth === true, banTime });
	if (banTime > 0) bss.banned.set(mac, bss.host.clock.monotonic() + banTime);
	bss.kick(mac);
	return done;
}

function bans(bss: Bss): string[] {
	const now = bss.host.clock.monotonic();
	return [...bss.banned].filter(([, until]) => until > now).map(([mac]) => mac);
}
