import rpc from 'luci:rpc';
import { ERRORS } from '../contract/error';
import type { Answers, MethodName } from '../contract/methods';

/** What became of a call: the answer, or a sentence that says why there is none. */
export interface Outcome<Answer> {
	answer?: Answer;
	refusal?: string;
}

export function errorText(code: string | null): string | undefined {
	return ERRORS[code as keyof typeof ERRORS]?.message;
}

/** A call fails with a body, a bare ubus code, or a rejection. */
async function settle<Answer>(call: Promise<unknown>): Promise<Outcome<Answer>> {
	try {
		const reply = (await call) as 0 | { error?: { code: string; message: string } };

		if (typeof reply === 'number') return reply ? { refusal: rpc.getStatusText(reply) } : {};
		if (reply.error) return { refusal: errorText(reply.error.code) ?? reply.error.message };
		return { answer: reply as Answer };
	} catch (error) {
		const reason = String(error);

		if (reason.includes('-32002')) return { refusal: _('Your login does not allow this, or it has expired.') };
		if (reason.includes('-32000')) return { refusal: _('The WPS service does not run.') };
		return { refusal: _('The router does not answer.') };
	}
}

function declare<Name extends MethodName, Arguments extends unknown[]>(method: Name, ...params: string[]) {
	const call = rpc.declare<unknown, Arguments>({ object: 'luci.wps', method, params });

	return (...args: Arguments) => settle<Answers[Name]>(call(...args));
}

export const callStatus = declare<'status', []>('status');
export const callStart = declare<'start', [section: string, pin?: string]>('start', 'section', 'pin');
export const callCancel = declare<'cancel', [section: string]>('cancel', 'section');
export const callEnable = declare<'enable', [section: string, persist: boolean]>('enable', 'section', 'persist');
export const callDisable = declare<'disable', [section: string]>('disable', 'section');
export const callHistory = declare<'history', []>('history');

const access = rpc.declare<boolean, [scope: string, object: string, permission: string]>({
	object: 'session',
	method: 'access',
	params: ['scope', 'object', 'function'],
	expect: { access: false }
});

export function callAccess(scope: string, object: string, permission: string): Promise<boolean> {
	return access(scope, object, permission).catch(() => false);
}

export function callRemove(ifname: string, mac: string): Promise<Outcome<unknown>> {
	const call = rpc.declare<unknown, [addr: string, reason: number, deauth: boolean, time: number]>({
		object: 'hostapd.%s'.format(ifname),
		method: 'del_client',
		params: ['addr', 'reason', 'deauth', 'ban_time']
	});

	return settle(call(mac, 5, true, 60000));
}
