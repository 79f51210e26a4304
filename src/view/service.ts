import rpc from 'luci:rpc';
import type { Answers } from '../contract/methods';

/**
 * What became of a call: the answer, or a sentence that says why there is none.
 * LuCI hands over a failure as the body of the error, as a bare ubus code, or as a rejection.
 */
export interface Outcome<Answer> {
	answer?: Answer;
	refusal?: string;
}

/** The service's own sentences are in the catalogue, under the handler's file. */
const translate: (text: string) => string = _;

/** Every way in which LuCI lets a call fail comes to a sentence for a person. */
async function settle<Answer>(call: Promise<unknown>): Promise<Outcome<Answer>> {
	try {
		const reply = (await call) as 0 | { error?: { message: string } };

		if (typeof reply === 'number') return reply ? { refusal: rpc.getStatusText(reply) } : {};
		if (reply.error) return { refusal: translate(reply.error.message) };
		return { answer: reply as Answer };
	} catch (error) {
		const reason = String(error);

		if (/-32002|SessionError/.test(reason))
			return { refusal: _('Your login does not allow this, or it has expired.') };
		if (reason.includes('-32000')) return { refusal: _('The WPS service is not running.') };
		return { refusal: _('The router does not answer.') };
	}
}

function declare<Answer, Arguments extends unknown[]>(object: string, method: string, ...params: string[]) {
	const call = rpc.declare<unknown, Arguments>({ object, method, params });

	return (...args: Arguments) => settle<Answer>(call(...args));
}

type Ifname = [ifname: string];
type Section = [section: string];

export const callStatus = declare<Answers['status'], []>('luci.wps', 'status');
export const callStart = declare<Answers['start'], [...Ifname, pin?: string]>('luci.wps', 'start', 'ifname', 'pin');
export const callCancel = declare<Answers['cancel'], Ifname>('luci.wps', 'cancel', 'ifname');
export const callEnable = declare<Answers['enable'], [...Section, persist: boolean]>(
	'luci.wps',
	'enable',
	'section',
	'persist'
);
export const callDisable = declare<Answers['disable'], Section>('luci.wps', 'disable', 'section');
export const callCheckPin = declare<Answers['check_pin'], [pin: string]>('luci.wps', 'check_pin', 'pin');
export const callHistory = declare<Answers['history'], []>('luci.wps', 'history');

/** Asks rpcd whether this login may do something. */
export const callAccess = declare<Access, [scope: string, object: string, permission: string]>(
	'session',
	'access',
	'scope',
	'object',
	'function'
);

/** Its answer. */
export interface Access {
	access: boolean;
}

/** Throws a device out for one minute, with the call that LuCI's own Disconnect button makes. */
export function callRemove(ifname: string, mac: string): Promise<Outcome<unknown>> {
	return declare(
		'hostapd.%s'.format(ifname),
		'del_client',
		'addr',
		'reason',
		'deauth',
		'ban_time'
	)(mac, 5, true, 60000);
}
