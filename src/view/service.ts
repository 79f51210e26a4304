import rpc from 'luci:rpc';
import { ERRORS, type ErrorCode } from '../contract/error';
import type { Answers } from '../contract/methods';

/**
 * What became of a call: the answer, or a sentence that says why there is none.
 * LuCI hands over a failure as the body of the error, as a bare ubus code, or as a rejection.
 */
export interface Outcome<Answer> {
	answer?: Answer;
	refusal?: string;
}

async function settle<Answer>(call: Promise<unknown>): Promise<Outcome<Answer>> {
	try {
		const reply = (await call) as 0 | { error?: { code: string; message: string } };

		if (typeof reply === 'number') return reply ? { refusal: rpc.getStatusText(reply) } : {};
		if (reply.error) return { refusal: ERRORS[reply.error.code as ErrorCode]?.message ?? reply.error.message };
		return { answer: reply as Answer };
	} catch (error) {
		const reason = String(error);

		if (/-32002|SessionError/.test(reason))
			return { refusal: _('Your login does not allow this, or it has expired.') };
		if (reason.includes('-32000')) return { refusal: _('The WPS service does not run.') };
		return { refusal: _('The router does not answer.') };
	}
}

function declare<Answer, Arguments extends unknown[]>(object: string, method: string, ...params: string[]) {
	const call = rpc.declare<unknown, Arguments>({ object, method, params });

	return (...args: Arguments) => settle<Answer>(call(...args));
}

type Section = [section: string];

export const callStatus = declare<Answers['status'], []>('luci.wps', 'status');
export const callStart = declare<Answers['start'], [...Section, pin?: string]>('luci.wps', 'start', 'section', 'pin');
export const callCancel = declare<Answers['cancel'], Section>('luci.wps', 'cancel', 'section');
export const callEnable = declare<Answers['enable'], [...Section, persist: boolean]>(
	'luci.wps',
	'enable',
	'section',
	'persist'
);
export const callDisable = declare<Answers['disable'], Section>('luci.wps', 'disable', 'section');
export const callCheckPin = declare<Answers['check_pin'], [pin: string]>('luci.wps', 'check_pin', 'pin');
export const callHistory = declare<Answers['history'], []>('luci.wps', 'history');

export const callAccess = declare<Access, [scope: string, object: string, permission: string]>(
	'session',
	'access',
	'scope',
	'object',
	'function'
);

/** Whether the login may do something, as rpcd says. */
export interface Access {
	access: boolean;
}

export function callRemove(ifname: string, mac: string): Promise<Outcome<unknown>> {
	const object = 'hostapd.%s'.format(ifname);

	return declare(object, 'del_client', 'addr', 'reason', 'deauth', 'ban_time')(mac, 5, true, 60000);
}
