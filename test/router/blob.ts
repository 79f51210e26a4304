import type { Value } from './bus';

/** The text of a message as `ubus call` prints it: tabs, and an empty line in what is empty (blobmsg_format_json_indent). */
export function format(value: Value, depth = 0): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	const indent = '\t'.repeat(depth + 1);
	const lines = Array.isArray(value)
		? value.map(member => format(member, depth + 1))
		: Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${format(member, depth + 1)}`);
	return `${open}\n${indent}${lines.join(`,\n${indent}`)}\n${'\t'.repeat(depth)}${close}`;
}
