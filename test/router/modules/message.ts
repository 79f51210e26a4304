import type { Message, Value } from '../bus';
import { kindOf } from '../ucode/types';

export function isMessage(value: unknown): value is Record<string, unknown> {
	return kindOf(value) === 'object';
}

/** What a ucode object becomes on the bus: functions and resources fall out, all else is copied (ubus.c ucv_to_blob). */
export function toMessage(value: object): Message {
	const result: Message = {};
	for (const [key, member] of Object.entries(value)) {
		const converted = toValue(member);
		if (converted !== undefined) result[key] = converted;
	}
	return result;
}

function toValue(value: unknown): Value | undefined {
	if (value === undefined) return null;
	if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
	if (typeof value === 'number') return value;
	if (Array.isArray(value)) return value.map(toValue).filter(member => member !== undefined);
	return isMessage(value) ? toMessage(value) : undefined;
}
