import { UBUS, type Answer, type Bus, type Message } from './bus';
import { VirtualClock, type Clock } from './clock';
import type { Files } from './files';
import { Exit, host, type Host } from './modules';
import type { Run } from './modules/fs';
import { Killed, Process } from './modules/process';
import { deferreds } from './modules/ubus';
import { isMessage } from './modules/message';
import { fits, TYPES } from './rpcd/policy';
import { readPlugin, type Plugin, type PluginMethod } from './rpcd/plugin';
import { isDeferred, Request, status, type Shared } from './rpcd/request';
import { system } from './rpcd/system';
import { UcodeError } from './ucode/errors';
import { Sessions, type AclFile, type Login } from './sessions';

/** Executes a handler's text; answers what it returns. */
export type RunPlugin = (source: string, file: string, host: Host) => unknown;

/** A compiled handler: its path on the router, its text. */
export interface Script {
	file: string;
	source: string;
}

export interface RpcdOptions {
	clock: Clock;
	bus: Bus;
	files: Files;
	/** Read again at each start. */
	script: () => Script | null;
	runPlugin: RunPlugin;
	/** Programs for system() and popen(). */
	run: Run;
	syslog: (line: string) => void;
	acls: () => AclFile[];
	logins: Record<string, Login>;
	/** rpcd since 2026-04: requests have `defer()`. */
	recent: boolean;
	/** ucode before July 2025: no ubus.guard(). */
	old: boolean;
}

/** rpcd's own limit for a method that answers later, milliseconds (its option -t). */
const GUARD = 30_000;
/** Long enough, milliseconds. */
const FOR_EVER = 600_000;

/** rpcd with its ucode plugin (rpcd ucode.c), `session`, and the few of its other objects that a page needs. */
export class Rpcd {
	/** Set when an exception in the event loop, or a kill, ended rpcd. */
	crashed: Error | null = null;
	/** What went to stderr: traces of exceptions, warn(). */
	readonly stderr: string[] = [];
	/** Calls that made all of rpcd stand still. */
	readonly blocked: { object: string; method: string; milliseconds: number }[] = [];
	/** Exceptions in callbacks of deferred calls: real rpcd loses them silently. */
	readonly lost: unknown[] = [];
	onCrash: (reason: Error) => void = () => {};
	/** True: ubusd can't be reached; nothing is sent. */
	unreachable = false;
	readonly sessions: Sessions;
	process = new Process();
	#plugin: Plugin = new Map();
	#served: string[] = [];
	#killAt: number | null = null;

	constructor(readonly options: RpcdOptions) {
		this.sessions = new Sessions(options.clock, options.logins, options.acls);
		this.process.end(new Error('not started'));
	}

	get running(): boolean {
		return this.process.dead === null;
	}

	/** Effects (file, bus, program) of the running plugin so far, in order. */
	get steps(): readonly string[] {
		return this.process.steps;
	}

	start(): void {
		if (this.running) return;
		const { bus, files } = this.options;
		this.crashed = null;
		this.process = new Process();
		this.process.onKilled = reason => this.#crash(reason);
		if (this.#killAt !== null) this.process.killAt = this.#killAt;
		this.#killAt = null;
		this.sessions.reload();
		this.#publish('session', this.sessions.methods());
		for (const [name, methods] of Object.entries(system(files, this.sessions, bus))) this.#publish(name, methods);
		this.#load();
	}

	/** `/etc/init.d/rpcd reload`, as each LuCI package does when it is installed: sessions survive, the plugin starts anew. */
	restart(): void {
		this.stop();
		this.start();
	}

	stop(): void {
		this.#end(new Error('stopped'));
	}

	/** kill -9, power cut: at once, or before the n-th effect from now (from 1). Sessions are lost unless it was a stop. */
	kill(atStep?: number): void {
		if (atStep !== undefined) {
			if (this.running) this.process.killAt = this.process.steps.length + atStep;
			else this.#killAt = atStep;
			return;
		}
		this.#crash(new Killed('now'));
	}

	/** Never mind. */
	spare(): void {
		this.process.killAt = Infinity;
		this.#killAt = null;
	}

	/** Argument types by method of an object that rpcd serves, as `ubus -v list` shows them. */
	signature(object: string): Record<string, Record<string, keyof typeof TYPES>> {
		const methods = this.#plugin.get(object);
		if (!methods) return {};
		return Object.fromEntries([...methods].map(([name, { policy }]) => [name, { ...policy }]));
	}

	#load(): void {
		const script = this.options.script();
		if (!script) return;
		const { process } = this;
		try {
			const result = this.options.runPlugin(script.source, script.file, this.#host(process));
			this.#plugin = readPlugin(script.file, result);
		} catch (error) {
			if (process.dead) return this.#crash(process.dead);
			this.stderr.push(`Runtime error while executing ucode script ${script.file}: ${describe(error)}`);
			return;
		}
		for (const [object, methods] of this.#plugin) {
			const shared: Shared = { args: {}, info: {} };
			const callable = [...methods].map(
				([name, method]): [string, (args: Message, reply: (answer: Answer) => void) => void] => [
					name,
					(args, reply) => this.#handle(process, shared, object, name, method, args, reply)
				]
			);
			this.#publish(object, Object.fromEntries(callable));
		}
	}

	#handle(
		process: Process,
		shared: Shared,
		object: string,
		name: string,
		{ policy, call }: PluginMethod,
		args: Message,
		reply: (answer: Answer) => void
	): void {
		if (!fits(policy, args)) return reply({ code: UBUS.INVALID_ARGUMENT });
		shared.args = args;
		shared.info = {
			acl: { user: 'root', group: 'root', object: '' },
			object: { id: this.options.bus.list(object)[0]?.id ?? 0, name: object },
			method: name
		};
		const request = new Request(shared, reply, this.options.recent);
		try {
			const result = call(request.object);
			if (process.dead) return this.#crash(process.dead);
			if (isDeferred(result) || isSent(result)) {
				if (request.replied) return;
				process.own(this.options.clock.after(GUARD, () => request.finish(UBUS.TIMEOUT)));
			} else if (isMessage(result)) request.finish(UBUS.OK, result);
			else request.finish(UBUS.NO_DATA);
		} catch (error) {
			if (process.dead) return this.#crash(process.dead);
			if (error instanceof Exit) return request.finish(status(error.code));
			this.stderr.push(`Unhandled ucode exception in '${name}' method!\n${describe(error)}`);
			request.finish(UBUS.UNKNOWN_ERROR);
		}
	}

	#host(process: Process): Host {
		const { clock, bus, files, run, syslog, old } = this.options;
		return host({
			clock,
			bus,
			files,
			run,
			syslog,
			old,
			process,
			stderr: text => this.stderr.push(text),
			servedHere: object => this.#served.includes(object),
			blocked: call => {
				this.blocked.push(call);
				if (clock instanceof VirtualClock) clock.standStill(call.milliseconds);
			},
			waited: milliseconds => {
				// For ever: nobody kills it, and rpcd does nothing else any more.
				if (milliseconds && clock instanceof VirtualClock) clock.standStill(Math.min(milliseconds, FOR_EVER));
			},
			lost: error => (process.dead ? this.#crash(process.dead) : this.lost.push(error)),
			crash: error => this.#crash(process.dead ?? error),
			unreachable: () => this.unreachable,
			signature: object =>
				Object.fromEntries(
					Object.entries(this.signature(object)).map(([name, args]) => [
						name,
						Object.fromEntries(Object.entries(args).map(([arg, type]) => [arg, TYPES[type].id]))
					])
				)
		});
	}

	#publish(name: string, methods: Parameters<Bus['publish']>[1]): void {
		if (this.options.bus.publish(name, methods) === null)
			return void this.stderr.push(`Unable to register ubus object ${name}: Invalid argument`);
		this.#served.push(name);
	}

	/** Without freezing: sessions are lost. */
	#crash(reason: unknown): void {
		if (this.crashed || !this.#served.length) return;
		this.crashed = reason instanceof Error ? reason : new Error(String(reason));
		if (!(reason instanceof Killed)) this.stderr.push(describe(reason));
		this.#end(this.crashed);
		this.sessions.forgetAll();
		this.onCrash(this.crashed);
	}

	#end(reason: Error): void {
		this.process.end(reason);
		for (const object of this.#served.splice(0)) this.options.bus.remove(object);
		this.#plugin = new Map();
	}
}

/** A deferred call of the ubus module. */
function isSent(value: unknown): boolean {
	return typeof value === 'object' && value !== null && deferreds.has(value);
}

function describe(error: unknown): string {
	if (!(error instanceof UcodeError)) return error instanceof Error ? String(error.stack) : String(error);
	return `${error.message}\n\nIn ${error.file}, line ${error.line}`;
}
