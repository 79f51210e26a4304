/*
 * npm run bench: what one `status` costs on a router with one, four and eight access points:
 * ubus calls, bytes of the reply, and milliseconds of this machine for the compiled handler.
 */
import { SimulatedRouter } from '../router/router';

const ROUNDS = 200;

/** The configuration of a router with so many access points, all of them with WPS. */
function configuration(count: number): string {
	const radio = "config wifi-device 'radio0'\n\toption type 'mac80211'\n\toption band '2g'\n\toption channel '6'\n\n";
	const networks = Array.from(
		{ length: count },
		(_, i) =>
			`config wifi-iface 'net${i}'\n\toption device 'radio0'\n\toption mode 'ap'\n\toption ssid 'Net ${i}'\n` +
			`\toption encryption 'psk2'\n\toption key 'correct horse battery'\n\toption wps_pushbutton '1'\n\n`
	);
	return radio + networks.join('');
}

console.log('access points   ubus calls   bytes   milliseconds');
for (const count of [1, 4, 8]) {
	const router = new SimulatedRouter({ config: configuration(count) });
	router.call('luci.wps', 'status');

	router.bus.calls.length = 0;
	const { data } = router.call('luci.wps', 'status');
	const calls = router.bus.calls.filter(({ object }) => object !== 'luci.wps').length;

	const started = performance.now();
	for (let i = 0; i < ROUNDS; i++) router.call('luci.wps', 'status');
	const milliseconds = (performance.now() - started) / ROUNDS;

	const row = [count, calls, JSON.stringify(data).length, milliseconds.toFixed(2)];
	console.log(row.map((cell, i) => String(cell).padStart([13, 12, 7, 14][i]!)).join(' '));
}
