import { isMessage } from '../modules/message';
import { hinted, type Policy } from './policy';

export type Handler = (request: object) => unknown;

export interface PluginMethod {
	policy: Policy;
	call: Handler;
}

/** Objects and their methods. */
export type Plugin = Map<string, Map<string, PluginMethod>>;

/** rpc_ucode_script_validate: one wrong definition and the whole script is skipped. */
export function readPlugin(path: string, signature: unknown): Plugin {
	const plugin: Plugin = new Map();
	if (!isMessage(signature))
		throw new Error(`Invalid object signature for ucode script ${path} - expected dictionary`);
	for (const [object, methods] of Object.entries(signature)) {
		if (!isMessage(methods)) throw new Error(`Invalid method signature for ucode script ${path}, object ${object}`);
		const known = new Map<string, PluginMethod>();
		for (const [method, definition] of Object.entries(methods)) {
			const where = `ucode script ${path}, object ${object}, method ${method}`;
			if (!isMessage(definition)) throw new Error(`Invalid method definition for ${where}`);
			if (typeof definition['call'] !== 'function') throw new Error(`Invalid method callback for ${where}`);
			const args = definition['args'] ?? {};
			if (!isMessage(args)) throw new Error(`Invalid method argument definition for ${where}`);
			const policy: Policy = {};
			for (const [name, hint] of Object.entries(args)) {
				const type = hinted(hint);
				if (!type) throw new Error(`Unsupported argument type for ${where}, argument ${name}`);
				policy[name] = type;
			}
			known.set(method, { policy, call: definition['call'] as Handler });
		}
		plugin.set(object, known);
	}
	return plugin;
}
