import type { ErrorCode } from '../contract/error';
import type { Answers, MethodName } from '../contract/methods';
import { ask, guarded, pending, WAITS } from '../router/bus';
import { now } from '../router/time';
import { refusal } from './parts/look';

/** Every call answers within a second, milliseconds. */
const ANSWER_WITHIN = 900;

/** rpcd's request object (rpcd ucode.c). */
interface RpcdRequest {
	args: { [name: string]: any };
	info: { acl: { user: string | null } };
	reply(data: object, code: number): void;
}

/** One call, as the methods see it. */
export interface Request<M extends MethodName> {
	args: { [name: string]: any };
	/** Who asks, for the log. */
	who: string;
	/** Milliseconds since boot until which it must be answered. */
	deadline: number;
	answer(data: Answers[M]): void;
	/** @param detail  the culprit of an `invalid_argument`, the number of `devices_would_go` */
	fail(code: ErrorCode, detail?: string | number): void;
	/** Neither answered nor too late for it. */
	isPending(): boolean;
}

/** What can be said of a call whatever its method. */
export interface AnyRequest {
	args: { [name: string]: any };
	fail(code: ErrorCode, detail?: string | number): void;
}

export interface Method {
	args: { [name: string]: string | boolean | number };
	call: (req: RpcdRequest) => object | null;
}

/**
 * A method of the object as rpcd wants it.
 * @param args  the arguments by name, each with a value of its type (rpcd refuses others with code 2)
 * @param run   answers or fails exactly once, now or later
 */
export function defineMethod<M extends MethodName>(args: Method['args'], run: (request: Request<M>) => void): Method {
	return {
		args,
		call: req => {
			let answered = false;
			const send = (data: object, code: number) => {
				if (!answered) req.reply(data, code);
				answered = true;
			};

			// All calls of a script share `args` and `info`: read them before anything else can run (rpcd ucode.c).
			const deadline = now().monotonic + ANSWER_WITHIN;
			const request: Request<M> = {
				args: { ...req.args },
				who: req.info?.acl?.user ?? 'unknown',
				deadline,
				answer: data => send(data, 0),
				fail: (code, detail) => {
					const refused = refusal(code, detail ?? null);
					send(refused.body, refused.status);
				},
				isPending: () => !answered && now().monotonic < deadline
			};
			guarded(() => run(request));

			return answered ? null : pending();
		}
	};
}

/** The same for a method that changes something: who asks is worth knowing by the name of the LuCI login. */
export function defineCommand<M extends MethodName>(args: Method['args'], run: (request: Request<M>) => void): Method {
	return defineMethod<M>(args, request => {
		const session = request.args.ubus_rpc_session ?? null;
		// rpcd has one thread: it can't wait for an object of its own.
		if (session === null || WAITS) return run(request);

		const args = { ubus_rpc_session: session, keys: ['username'] };
		ask([{ object: 'session', method: 'get', args }], request.deadline, replies =>
			run({ ...request, who: replies[0].data?.values?.username ?? request.who })
		);
	});
}
