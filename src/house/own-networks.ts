import type { Network } from '../contract/status';
import { NETWORKS } from './limits';
import type { Model, OwnNetwork } from './model';
import { keyOf } from './topics';

function newNetwork(key: string, ssid: string): OwnNetwork {
	return {
		key,
		ssid,
		ready: false,
		problem: null,
		ifnames: [],
		open: false,
		busy: false,
		asked: null,
		closingFor: null,
		window: null,
		joinedElsewhere: null,
		lastFruitless: null
	};
}

/** What luci.wps says of this router's networks. Two of one SSID, with other keys, are the first of them here. */
export function learnNetworks(model: Model, status: Network[]): void {
	const networks: { [key: string]: OwnNetwork } = {};
	for (const network of slice(status, 0, NETWORKS)) {
		const key = keyOf(network.ssid);
		if (exists(networks, key)) continue;

		const own = model.networks[key] ?? newNetwork(key, network.ssid);
		own.ready = network.ready;
		own.problem = network.problems[0]?.code ?? null;
		const onAir = filter(network.access_points ?? [], one => one.ifname !== null);
		own.ifnames = map(onAir, one => one.ifname ?? '');
		// Events tell when it changes; this is for what was open before we listened.
		const session = network.session;
		if (own.asked === null) own.open = session !== null && session.open && session.method === 'pbc';
		networks[key] = own;
	}
	model.networks = networks;
}
