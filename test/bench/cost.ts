import type { VirtualClock } from '../router/clock';
import { SimulatedRouter } from '../router/router';

/** What something costs a router, but for time. */
export interface Cost {
	/** Ubus calls of the handler. */
	calls: number;
	/** Files and folders that it opened, and the bytes that it read. */
	opened: number;
	bytes: number;
	/** Files of which it asked only what they are like, or whether they are there. */
	asked: number;
}

/** So many access points on two radios, two to a network, all of them with WPS. */
export function configuration(count: number): string {
	const radios = ['2g', '5g'].map(
		(band, i) =>
			`config wifi-device 'radio${i}'\n\toption type 'mac80211'\n\toption band '${band}'\n\toption channel '${i ? 36 : 6}'\n\n`
	);
	const networks = Array.from(
		{ length: count },
		(_, i) =>
			`config wifi-iface 'net${i}'\n\toption device 'radio${i % 2}'\n\toption mode 'ap'\n\toption ssid 'Net ${i >> 1}'\n` +
			`\toption encryption 'psk2'\n\toption key 'correct horse battery'\n\toption wps_pushbutton '1'\n\n`
	);
	return [...radios, ...networks].join('');
}

/** Devices that joined, as they are kept in /etc/config/wps. */
function devices(count: number): string {
	return Array.from(
		{ length: count },
		(_, i) =>
			`config device 'd${i}'\n\toption mac '02:00:00:00:03:${String(i + 10)}'\n\toption network 'Net 0'\n` +
			`\toption section 'net0'\n\toption joined '1795700000'\n\toption key 'shared'\n\n`
	).join('');
}

/**
 * A router to measure.
 * @param sessions  in its history
 * @param kept      devices that it knows
 */
export function watched(
	count: number,
	sessions: number,
	kept: number,
	clock: VirtualClock
): SimulatedRouter & { clock: VirtualClock } {
	const router = new SimulatedRouter({ config: configuration(count), clock }) as SimulatedRouter & {
		clock: VirtualClock;
	};
	router.files.put('/etc/config/wps', `${router.files.text('/etc/config/wps') ?? ''}\n${devices(kept)}`);
	for (let session = 0; session < sessions; session++) {
		router.call('luci.wps', 'start', { section: 'net0' });
		router.call('luci.wps', 'cancel');
	}
	return router;
}

/** What it costs while something happens. */
export function costOf(router: SimulatedRouter, what: () => void): Cost {
	const before = { ...router.files.traffic };
	const { length } = router.bus.calls;
	what();
	const { opened, bytes, asked } = router.files.traffic;
	return {
		calls: router.bus.calls.slice(length).filter(({ object }) => object !== 'luci.wps').length,
		opened: opened - before.opened,
		bytes: bytes - before.bytes,
		asked: asked - before.asked
	};
}
