import { UBUS, type Answer, type Message } from '../router/bus';

/** The text of hostapd's control socket as the ubus code and data of OpenWrt's hostapd objects (OpenWrt's ubus.c). */
export type Translate = (text: string) => Answer;

/** What it says when nobody is at home (null), or the command is compiled out. */
export function answer(text: string | null, translate: Translate): Answer {
	if (text === null) return { code: UBUS.NOT_FOUND };
	if (text.startsWith('UNKNOWN COMMAND')) return { code: UBUS.METHOD_NOT_FOUND };
	return translate(text);
}

/** wps_start, wps_cancel: -1 and -2 alike end as "not supported". */
export const accepted: Translate = text => ({ code: /^OK$/m.test(text) ? UBUS.OK : UBUS.NOT_SUPPORTED });

/** wps_status: the same four fields under other names. */
export const wpsStatus: Translate = text => {
	const fields = new Map([...text.matchAll(/^(.+?): (.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
	const reason = fields.get('Failure Reason');
	const peer = fields.get('Peer Address');
	return {
		code: UBUS.OK,
		data: {
			pbc_status: fields.get('PBC Status') ?? 'Unknown',
			last_wps_result: fields.get('Last WPS result') ?? 'Unknown',
			...(reason !== undefined && { reason }),
			...(peer !== undefined && { peer_address: peer })
		}
	};
};

/** get_status of one BSS. */
export function getStatus(ifname: string): Translate {
	return text => {
		const fields = assignments(text);
		const index = [...fields].find(([name, value]) => name.startsWith('bss[') && value === ifname)?.[0].slice(3);
		const number = (name: string) => Number.parseInt(fields.get(name) ?? '', 10) || 0;
		const left = fields.get('cac_time_left_seconds') ?? 'N/A';
		return {
			code: UBUS.OK,
			data: {
				driver: 'nl80211',
				status: fields.get('state') ?? '',
				bssid: fields.get(`bssid${index}`) ?? '',
				ssid: fields.get(`ssid${index}`) ?? '',
				freq: number('freq'),
				channel: number('channel'),
				beacon_interval: number('beacon_int'),
				phy: fields.get('phy') ?? '',
				dfs: {
					cac_seconds: number('cac_time_seconds'),
					cac_active: left !== 'N/A',
					cac_seconds_left: number(left)
				}
			}
		};
	};
}

/** get_clients, out of one answer after the other to `STA <address>`, which is FAIL for who is gone: a line with the address, then `name=value` lines. */
export const getClients: Translate = text => {
	const parts = text.split(/^(?=(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$)/m).filter(part => /^[0-9a-f]{2}:/.test(part));
	const clients = parts.map(part => {
		const fields = assignments(part);
		const flags = fields.get('flags') ?? '';
		const has = (flag: string) => flags.includes(`[${flag}]`);
		const client: Message = {
			auth: has('AUTH'),
			assoc: has('ASSOC'),
			authorized: has('AUTHORIZED'),
			wps: has('WPS'),
			mfp: has('MFP'),
			aid: Number(fields.get('aid') ?? 0),
			signal: Number(fields.get('signal') ?? 0)
		};
		return [part.slice(0, 17), client] as const;
	});
	return { code: UBUS.OK, data: { clients: Object.fromEntries(clients) } };
};

function assignments(text: string): Map<string, string> {
	return new Map([...text.matchAll(/^([^=\n]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}
