import uci from 'luci:uci';
import type { AccessPoint } from '../contract/status';
import { showDialog } from './action';

export function wifiText(ssid: string, key: string | null): string {
	const escape = (text: string) => text.replace(/[\\;,:\x22]/g, '\\$&');

	return key
		? 'WIFI:T:WPA;S:%s;P:%s;;'.format(escape(ssid), escape(key))
		: 'WIFI:T:nopass;S:%s;;'.format(escape(ssid));
}

/** The key is fetched now and not kept. */
export async function showQr({ ssid, section }: AccessPoint): Promise<void> {
	const code = E('p');

	try {
		const [uqr] = await Promise.all([L.require<Uqr>('uqr'), uci.load('wireless')]);
		const svg = uqr.renderSVG(wifiText(ssid, uci.get<string>('wireless', section, 'key')), { pixelSize: 6 });

		code.append(
			_('Scan this QR code with the client device.'),
			E('img', { class: 'wps-qr', alt: _('QR Code'), src: 'data:image/svg+xml,' + encodeURIComponent(svg) })
		);
	} catch {
		code.append(_('The QR code could not be made.'));
	}
	uci.unload('wireless');
	showDialog(ssid, [code]);
}
