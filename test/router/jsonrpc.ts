import { type Answer, type Bus, type Message, type Value } from './bus';
import { isMessage } from './modules/message';
import type { Rpcd } from './rpcd';
import { TYPES } from './rpcd/policy';
import { jsonBytes } from './ucode/bytes';

/** uhttpd's words (ubus.c json_errors). */
const ERRORS = {
	parse: { code: -32700, message: 'Parse error' },
	method: { code: -32601, message: 'Method not found' },
	params: { code: -32602, message: 'Invalid parameters' },
	object: { code: -32000, message: 'Object not found' },
	access: { code: -32002, message: 'Access denied' },
	timeout: { code: -32003, message: 'ubus request timed out' }
} as const;

/** uhttpd's script_timeout. */
const TIMEOUT = 60_000;

type Outcome = { result: Value } | { error: (typeof ERRORS)[keyof typeof ERRORS] };

/** What uhttpd-mod-ubus answers to a POST to /ubus: JSON-RPC 2.0, single or in batches, one after the other. */
export class JsonRpc {
	constructor(
		readonly bus: Bus,
		readonly rpcd: Rpcd
	) {}

	async answer(body: string): Promise<Buffer> {
		const request = parse(body);
		if (!Array.isArray(request)) return jsonBytes(await this.#one(request));
		const answers: unknown[] = [];
		for (const single of request) answers.push(await this.#one(single));
		return jsonBytes(answers);
	}

	async #one(request: unknown): Promise<object> {
		const id = isMessage(request) ? (request['id'] ?? null) : null;
		return { jsonrpc: '2.0', id, ...(await this.#outcome(request)) };
	}

	async #outcome(request: unknown): Promise<Outcome> {
		if (!isMessage(request) || request['jsonrpc'] !== '2.0' || typeof request['method'] !== 'string')
			return { error: ERRORS.parse };
		const { method, params } = request;
		if (method === 'list') return { result: this.#list(params) };
		if (method !== 'call') return { error: ERRORS.method };
		const [sid, object, name, args] = Array.isArray(params) ? params : [];
		if (typeof sid !== 'string' || typeof object !== 'string' || typeof name !== 'string' || !isMessage(args))
			return { error: ERRORS.parse };
		if (!this.bus.list(object).some(found => found.name === object)) return { error: ERRORS.object };
		if (!this.rpcd.running || !this.rpcd.sessions.allowed(sid, 'ubus', object, name))
			return { error: ERRORS.access };
		if ('ubus_rpc_session' in args) return { error: ERRORS.params };
		const { code, data } = await this.#call(object, name, { ...(args as Message), ubus_rpc_session: sid });
		return { result: data && Object.keys(data).length ? [code, data] : [code] };
	}

	#call(object: string, method: string, args: Message): Promise<Answer> {
		return new Promise(done => this.bus.defer(object, method, args, TIMEOUT, done));
	}

	/** Without parameters the names; with names the methods and their arguments. No rule protects it. */
	#list(params: unknown): Value {
		if (!Array.isArray(params)) return this.bus.list().map(({ name }) => name);
		const result: Message = {};
		for (const pattern of params)
			for (const { name, methods } of this.bus.list(String(pattern))) {
				const signature = this.rpcd.signature(name);
				result[name] = Object.fromEntries(
					methods.map(method => [
						method,
						Object.fromEntries(
							Object.entries(signature[method] ?? {}).map(([arg, type]) => [arg, TYPES[type].http])
						)
					])
				);
			}
		return result;
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
