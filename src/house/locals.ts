import type { Network } from '../contract/status';
import { keyOf } from './document';
import { NETWORKS } from './limits';
import type { Local, Model } from './model';

function newLocal(key: string, ssid: string): Local {
	return {
		key,
		ssid,
		ready: false,
		problem: null,
		open: false,
		busy: false,
		asked: null,
		closing: null,
		window: null,
		elsewhere: null,
		fruitless: null
	};
}

/** What luci.wps says of this router's networks. Two of one SSID, with other keys, are the first of them here. */
export function learn(model: Model, networks: Network[]): void {
	const locals: { [key: string]: Local } = {};
	for (const network of slice(networks, 0, NETWORKS)) {
		const key = keyOf(network.ssid);
		if (exists(locals, key)) continue;

		const local = model.locals[key] ?? newLocal(key, network.ssid);
		local.ready = network.ready;
		local.problem = network.problems[0]?.code ?? null;
		// Events tell when it changes; this is for what was open before we listened.
		const session = network.session;
		if (local.asked === null) local.open = session !== null && session.open && session.method === 'pbc';
		locals[key] = local;
	}
	model.locals = locals;
}
