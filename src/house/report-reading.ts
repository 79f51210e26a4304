import { IDS, MARKS, NETWORKS, TURNS } from './limits';
import { causeOf, CAUSES, type NetworkReport, OUTCOMES, type Report, type WindowReport } from './report';
import { numberOrNull, parseJson, textOrNull } from './text';
import { isId, isKey, isName } from './topics';

/** A list of which every one passes, or null. */
function listOf(value: unknown, most: number, passes: (one: unknown) => boolean): string[] | null {
	if (type(value) !== 'array') return null;
	const list = value as string[];

	return length(list) <= most && length(filter(list, passes)) === length(list) ? [...list] : null;
}

/** Whether somebody is in it twice. */
function repeats(names: string[]): boolean {
	for (let i = 0; i < length(names); i++) if (index(names, names[i]) < i) return true;

	return false;
}

function readWindow(value: any): WindowReport | null {
	if (type(value) !== 'object') return null;
	const ids = listOf(value.ids, IDS, isId);
	const age = numberOrNull(value.age, 0, 86400);
	const order = listOf(value.order, TURNS, isName);
	if (ids === null || length(ids) === 0 || age === null || order === null) return null;
	// Nobody's turn comes more often than the others'.
	if (repeats(order)) return null;
	if (!isName(value.by) || index(OUTCOMES, value.outcome) < 0) return null;

	return {
		ids,
		by: value.by,
		age,
		order,
		outcome: value.outcome,
		cause: index(CAUSES, value.cause) < 0 ? causeOf(value.outcome) : value.cause,
		router: isName(value.router) ? value.router : null,
		device: textOrNull(value.device, 64),
		code: textOrNull(value.code, 32),
		mark: numberOrNull(value.mark, 0, MARKS - 1),
		arrived: value.arrived === true
	};
}

function readNetwork(value: any): NetworkReport | null {
	const ssid = type(value) === 'object' ? textOrNull(value.ssid, 64) : null;
	if (ssid === null) return null;

	return {
		ssid,
		ready: value.ready === true,
		problem: textOrNull(value.problem, 32),
		open: value.open === true,
		window: readWindow(value.window)
	};
}

/** What a router said, as far as it makes sense; null when it makes none. */
export function readReport(payload: string): Report | null {
	const value = parseJson(payload);
	const seq = type(value) === 'object' ? numberOrNull(value.seq, 0, 1000000000000) : null;
	if (seq === null || !isId(value.run) || type(value.there) !== 'bool') return null;

	const networks: { [key: string]: NetworkReport } = {};
	const told = type(value.networks) === 'object' ? value.networks : {};
	for (const key of slice(keys(told), 0, NETWORKS)) {
		const network = isKey(key) ? readNetwork(told[key]) : null;
		if (network !== null) networks[key] = network;
	}

	return { run: value.run, seq, there: value.there, networks };
}
