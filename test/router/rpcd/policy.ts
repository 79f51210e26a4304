import type { Message, Value } from '../bus';
import { isMessage } from '../modules/message';

/** blobmsg's types and the words for them in `ubus -v list` and over HTTP (uhttpd ubus.c knows only some). */
export const TYPES = {
	array: { id: 1, word: 'Array', http: 'array' },
	table: { id: 2, word: 'Table', http: 'object' },
	string: { id: 3, word: 'String', http: 'string' },
	int64: { id: 4, word: '(unknown)', http: 'unknown' },
	int32: { id: 5, word: 'Integer', http: 'number' },
	int16: { id: 6, word: '(unknown)', http: 'unknown' },
	bool: { id: 7, word: 'Boolean', http: 'boolean' },
	double: { id: 8, word: '(unknown)', http: 'unknown' }
} as const;

export type ArgumentType = keyof typeof TYPES;
export type Policy = Record<string, ArgumentType>;

/** What a hint in `args` stands for (rpcd ucode.c, rpc_ucode_method_register); null: rpcd refuses the script. */
export function hinted(hint: unknown): ArgumentType | null {
	if (typeof hint === 'boolean') return 'bool';
	if (typeof hint === 'string') return 'string';
	if (typeof hint === 'number') {
		if (!Number.isInteger(hint)) return 'double';
		return hint === 8 ? 'bool' : hint === 16 ? 'int16' : hint === 64 ? 'int64' : 'int32';
	}
	if (Array.isArray(hint)) return 'array';
	return isMessage(hint) ? 'table' : null;
}

/** Every argument must be known and of exactly the type; all may be missing. `ubus_rpc_session` is always welcome. */
export function fits(policy: Policy, args: Message): boolean {
	return Object.entries(args).every(([name, value]) => {
		if (Object.hasOwn(policy, name)) return typeOf(value) === policy[name];
		return name === 'ubus_rpc_session' && typeof value === 'string';
	});
}

/** The blobmsg type that a JSON value becomes. */
function typeOf(value: Value): ArgumentType | null {
	if (value === null) return null;
	if (typeof value === 'boolean') return 'bool';
	if (typeof value === 'string') return 'string';
	if (typeof value === 'number') {
		if (!Number.isInteger(value)) return 'double';
		return Math.abs(value) <= 0x7fffffff || value === -0x80000000 ? 'int32' : 'int64';
	}
	return Array.isArray(value) ? 'array' : 'table';
}
