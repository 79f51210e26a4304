import rpc from 'luci:rpc';
import type { ErrorCode, Failure } from '../contract/error';
import type { Answers } from '../contract/methods';

/** What became of a call: the answer, or a sentence that says why there is none, with the code of the service where it has one. */
export interface Outcome<Answer> {
	answer?: Answer;
	refusal?: string;
	code?: ErrorCode;
}

/** What uhttpd says when rpcd refuses a call (its ubus.c); else it knows no such object. */
const DENIED = -32002;

/** The service's own sentences are in the catalogue, under the handler's file. */
const translate: (text: string) => string = _;

// LuCI tells the code of such a call only in the text of its error: keep the code.
rpc.addInterceptor(async ({ error }: { error?: object }, request) => {
	if (error && (request as { object: string }).object === 'luci.wps') throw error;
});

/** Calls a method with the arguments that are neither null nor false: where nothing is meant, none is given. */
async function call<Answer>(object: string, method: string, given: object): Promise<Outcome<Answer>> {
	const args = Object.entries(given).filter(([, value]) => value !== null && value !== false);

	try {
		const declared = rpc.declare({ object, method, params: args.map(([name]) => name) });
		const reply = (await declared(...args.map(([, value]) => value))) as number | Failure;

		if (typeof reply === 'number') return { refusal: rpc.getStatusText(reply) };
		if (reply.error) return { refusal: translate(reply.error.message), code: reply.error.code };
		return { answer: reply as Answer };
	} catch (error) {
		const { code } = error as { code?: number };

		if (code === DENIED) return { refusal: _('Your login does not allow this, or it has expired.') };
		return { refusal: code ? _('The WPS service is not running.') : _('The router does not answer.') };
	}
}

/** A call of this package's own object. */
export function ask<Method extends keyof Answers>(method: Method, given = {}): Promise<Outcome<Answers[Method]>> {
	return call('luci.wps', method, given);
}

/** Asks rpcd whether this login may do something. */
export async function isAllowed(scope: string, object: string, permission: string): Promise<boolean> {
	return (
		(await call<{ access: boolean }>('session', 'access', { scope, object, function: permission })).answer
			?.access ?? false
	);
}
