import { runInThisContext } from 'node:vm';
import { asUcodeError, caught, FILE_PREFIX, UcodeError } from './errors';
import { LIBRARY } from './library';
import * as members from './members';
import { toNumber } from './numbers';
import * as operators from './operators';
import { toText } from './print';
import { Regexp } from './regexp';
import { translate } from './translate';

/*
 * A stand-in for the ucode interpreter: runs our compiled handler inside Node. ucode is not
 * JavaScript (test/unit/ucode-vectors.json); what differs is translated or refused, never guessed.
 */

export { UcodeError, UnsupportedError } from './errors';
export { printed } from './print';

export interface Host {
	/** by module name: 'fs', 'ubus', 'uci', 'uloop', 'log'; functions get and give plain JS values; undefined given back counts as null */
	modules: Record<string, Record<string, unknown>>;
	/** scripts that `require` finds when no module has the name */
	script?(name: string): { source: string; file: string } | null;
	/** replaces or adds globals: time, clock, system, warn, UBUS_STATUS_*, ... */
	globals?: Record<string, unknown>;
	/** registers what ends with the process around the interpreter */
	own?(release: () => void): void;
}

/** What a translated script gets: the meaning of its operators, its globals, and its modules. */
type Start = (runtime: object, globals: Record<string, unknown>, module: (name: string) => unknown) => () => unknown;

/** What the translations call; isArray and the like under the names that translate.ts uses. */
const RUNTIME = {
	...operators,
	...members,
	toNumber,
	toText,
	caught,
	imported,
	isArray: Array.isArray,
	regexp: (source: string, flags: string) => new Regexp(source, flags)
};

const BUILT_IN: Record<string, unknown> = { ...LIBRARY, require: undefined, NaN, Infinity };
const KNOWN: ReadonlySet<string> = new Set(Object.keys(BUILT_IN));

/** Translations by file and source: a simulated router starts the same handler again and again. */
const translations = new Map<string, Start>();

/** Runs a script; answers what its top-level `return` gave. Raises UcodeError with ucode's message ("Reference error: left-hand side expression is null", file and line). */
export function runUcode(source: string, file: string, host: Host): unknown {
	try {
		return started(source, file, host, globalsOf(host));
	} catch (error) {
		throw asUcodeError(error);
	}
}

/** What a script answers when it runs among these globals. */
function started(source: string, file: string, host: Host, globals: Record<string, unknown>): unknown {
	return translated(source, file)(RUNTIME, globals, name => moduleOf(host, name, file))();
}

function translated(source: string, file: string): Start {
	const key = `${file}\0${source}`;
	let start = translations.get(key);
	if (!start) {
		start = runInThisContext(translate(source, file, KNOWN), { filename: FILE_PREFIX + file }) as Start;
		translations.set(key, start);
	}
	return start;
}

function globalsOf(host: Host): Record<string, unknown> {
	const globals: Record<string, unknown> = { __proto__: null, ...BUILT_IN, ARGV: [] };
	globals['require'] = requiring(host, globals);
	for (const [name, value] of Object.entries(host.globals ?? {})) {
		// the translation relies on functions of the library to give no undefined
		globals[name] =
			KNOWN.has(name) && typeof value === 'function'
				? (...args: unknown[]): unknown => members.invoke(value, ...args)
				: value;
	}
	return globals;
}

/** `require` runs a script once and answers the same again and again (lib.c, uc_require_library). */
function requiring(host: Host, globals: Record<string, unknown>): (name: unknown) => unknown {
	const answers = new Map<string, unknown>(Object.entries(host.modules));
	return name => {
		if (typeof name !== 'string') return null;
		if (!answers.has(name)) {
			const script = host.script?.(name);
			if (!script) throw new UcodeError('Runtime error', `No module named '${name}' could be found`);
			answers.set(name, started(script.source, script.file, host, globals));
		}
		return answers.get(name);
	};
}

function moduleOf(host: Host, name: string, file: string): unknown {
	const module = Object.hasOwn(host.modules, name) ? host.modules[name] : undefined;
	if (module) return module;
	throw new UcodeError('Syntax error', `Unable to resolve path for module '${name}'`, { file, line: 1 });
}

function imported(module: Record<string, unknown>, name: string): unknown {
	const value = members.element(module, name);
	if (value === null) throw new UcodeError('Reference error', `Module does not export ${name}`);
	return value;
}
