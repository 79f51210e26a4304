import uci from 'luci:uci';
import type { Network } from '../contract/status';
import { showDialog } from './dialog';
import { idOf } from './page';

/**
 * What the QR code of a network says; a phone reads it as a network to join. Markers of the format are escaped
 * (github.com/zxing/zxing/wiki/Barcode-Contents).
 */
function wifiText(ssid: string, key: string | null, hidden: boolean): string {
	const escape = (text: string) => text.replace(/[\\;,:\x22]/g, '\\$&');

	return 'WIFI:T:%s;S:%s;P:%s;H:%s;;'.format(key ? 'WPA' : 'nopass', escape(ssid), escape(key ?? ''), `${hidden}`);
}

/** The network as a QR code, for what has no WPS button. The key is fetched now, and forgotten. */
export async function showQr(network: Network): Promise<void> {
	const { ssid, problems } = network;
	let lines: Children = [_('The QR code could not be created.')];

	try {
		const [uqr] = await Promise.all([L.require<Uqr>('uqr'), uci.load('wireless')]);
		const hidden = problems.some(({ code }) => code === 'hidden_ssid');
		const text = wifiText(ssid, uci.get<string>('wireless', idOf(network), 'key'), hidden);
		const svg = uqr.renderSVG(text, { pixelSize: 6, border: 4 });

		lines = [
			_('Scan it with the camera of a phone or a tablet.'),
			E('img', {
				style: 'max-width: 100%',
				alt: _('QR code'),
				src: 'data:image/svg+xml,' + encodeURIComponent(svg)
			})
		];
	} catch {}
	uci.unload('wireless');
	showDialog(ssid, lines);
}
