import type { Target } from '../core/target';
import { sectionNamed } from '../router/wireless';
import type { AnyRequest } from './request';

/**
 * An argument that is a text; null when it is not given. An empty one is an error, never "not given": an unset shell variable
 * must not open a house.
 */
export function textOf(request: AnyRequest, name: string): string | null {
	return request.args[name] ?? null;
}

/** The name of the first argument that is given and empty, or null. */
export function emptyArgument(request: AnyRequest): string | null {
	for (const name of keys(request.args)) if (request.args[name] === '' && name !== 'ubus_rpc_session') return name;

	return null;
}

/** On whose behalf something is opened or closed. */
export interface Caller {
	origin: 'luci.wps' | 'house';
	by: string;
}

/**
 * Who asks: whoever is logged in, or another router of the house by way of the bridge (`origin`, `by`: a label, no right
 * hangs on it); null when that is an error, which has been answered then.
 */
export function callerOf(request: AnyRequest & { who: string }): Caller | null {
	const origin = textOf(request, 'origin') ?? 'luci.wps';
	const by = textOf(request, 'by');
	const named = by === null || match(by, /[A-Za-z0-9_.-]{1,32}/)?.[0] === by;
	const culprit = origin !== 'house' && origin !== 'luci.wps' ? 'origin' : named ? null : 'by';

	if (culprit !== null) {
		request.fail('invalid_argument', culprit);
		return null;
	}
	return origin === 'house' ? { origin, by: by ?? origin } : { origin: 'luci.wps', by: request.who };
}

/** What the caller names, of these arguments; null when that is an error, which has been answered then. */
export function targetOf(request: AnyRequest): Target | null {
	const section = textOf(request, 'section');
	const target: Target = {
		network: textOf(request, 'network'),
		section: section === null ? null : sectionNamed(section),
		ifname: textOf(request, 'ifname')
	};
	const given = filter(keys(target), name => target[name] !== null);
	const culprit = emptyArgument(request) ?? (length(given) > 1 ? given[1] : null);
	if (culprit === null) return target;

	request.fail('invalid_argument', culprit);
	return null;
}
