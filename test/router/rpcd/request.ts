import { UBUS, type Answer, type Message } from '../bus';
import { isMessage, toMessage } from '../modules/message';
import { resource } from '../modules/resource';
import { UcodeError } from '../ucode/errors';

/** What all requests of one script share: `args` and `info` of the NEWEST call (rpcd ucode.c has them in the prototype). */
export interface Shared {
	args: Message;
	info: Message;
}

const deferred = new WeakSet<object>();

/** Was this made by `req.defer()`? */
export function isDeferred(value: unknown): boolean {
	return typeof value === 'object' && value !== null && deferred.has(value);
}

/** rpcd's request resource (ucode.c): answered once, by the handler or by the guard timer. */
export class Request {
	replied = false;
	/** What the handler gets. */
	readonly object: object;

	/** `recent`: rpcd since 2026-04 has `defer()`. */
	constructor(
		readonly shared: Shared,
		readonly send: (answer: Answer) => void,
		recent: boolean
	) {
		const unanswered = () => {
			if (this.replied) throw raise('Reply has already been sent');
		};
		this.object = resource({
			get args() {
				return shared.args;
			},
			get info() {
				return shared.info;
			},
			reply: (data: unknown = null, code: unknown = null): null => {
				if (data !== null && data !== undefined && !isMessage(data))
					throw raise('First argument to reply() must be null or an object');
				if (code !== null && code !== undefined && !Number.isInteger(code))
					throw raise('Second argument to reply() must be null or an integer');
				unanswered();
				this.finish(status(code ?? UBUS.OK), data ?? null);
				return null;
			},
			error: (code: unknown): null => {
				if (!Number.isInteger(code)) throw raise('First argument to error() must be an integer');
				unanswered();
				this.finish(status(code));
				return null;
			},
			...(recent && {
				defer: (): object => {
					unanswered();
					const token = resource({});
					deferred.add(token);
					return token;
				}
			})
		});
	}

	finish(code: number, data: object | null = null): void {
		if (this.replied) return;
		this.replied = true;
		this.send(data === null ? { code } : { code, data: toMessage(data) });
	}
}

function raise(text: string): UcodeError {
	return new UcodeError('Runtime error', text);
}

/** Codes that ubus does not have become UNKNOWN_ERROR. */
export function status(code: unknown): number {
	return typeof code === 'number' && code >= 0 && code <= 14 ? code : UBUS.UNKNOWN_ERROR;
}
