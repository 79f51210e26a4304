/*
 * The part of ucode's library that the handler may use. The build takes the names
 * declared here as the only globals that exist (rule "unknown-global").
 * Semantics: docs of jow-/ucode, and test/unit/ucode-vectors.json, which the real interpreter has printed.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

declare const ARGV: string[];

/** Length of an array, bytes of a string, keys of an object. */
declare function length(value: string | readonly unknown[] | object): number;
declare function type(
	value: unknown
): 'int' | 'double' | 'string' | 'array' | 'object' | 'bool' | 'function' | 'resource' | null;
declare function keys<K extends string>(object: { [key in K]?: unknown }): K[];
declare function values<T>(object: { [key: string]: T }): T[];
declare function exists(object: object, key: string): boolean;
declare function push<T>(array: T[], ...values: T[]): T;
declare function pop<T>(array: T[]): T | null;
declare function shift<T>(array: T[]): T | null;
declare function slice<T>(array: readonly T[], from?: number, to?: number): T[];
declare function splice<T>(array: T[], from: number, count?: number, ...values: T[]): T[];
declare function map<T, R>(array: readonly T[], fn: (value: T, index: number) => R): R[];
declare function filter<T>(array: readonly T[], fn: (value: T, index: number) => boolean): T[];
declare function sort<T>(array: T[], fn?: (a: T, b: T) => number): T[];
/** Position in an array or byte offset in a string; -1 when absent. */
declare function index(haystack: readonly unknown[] | string, needle: unknown): number;
declare function join(separator: string, array: readonly unknown[]): string;
declare function split(text: string, separator: string | RegExp): string[];
declare function substr(text: string, from: number, count?: number): string;
declare function replace(text: string, pattern: string | RegExp, replacement: string): string;
/** Whether the whole text fits a pattern of the shell's (fnmatch): `*` any characters. */
declare function wildcard(text: string, pattern: string): boolean;
/** The whole match and its groups, or null. Extended regular expressions of the C library. */
declare function match(text: string, pattern: RegExp): string[] | null;
declare function trim(text: string): string;
declare function lc(text: string): string;
declare function uc(text: string): string;
declare function ord(text: string, offset?: number): number | null;
declare function chr(...codes: number[]): string;
declare function int(value: string | number | boolean | null, base?: number): number;
declare function hex(value: string): number;
/** Bytes as lower-case hexadecimal digits, and back; null when they are none. */
declare function hexenc(text: string): string;
declare function hexdec(digits: string): string | null;
declare function min(...values: number[]): number;
declare function max(...values: number[]): number;
declare function sprintf(format: string, ...values: unknown[]): string;
/** Raises on malformed text. */
declare function json(text: string): Json;
/** Frees what nobody can reach any more. Not while a deferred call is under way, before May 2025 (99ee75a). */
declare function gc(): boolean;
declare function die(message: string): never;
declare function warn(...values: unknown[]): number;
/** Seconds since the epoch. */
declare function time(): number;
/** Seconds and nanoseconds; of the monotonic clock with `true`. */
declare function clock(monotonic?: boolean): [number, number] | null;
/** Runs a program without a shell; its exit code, negative on a signal. `timeout` in milliseconds. */
declare function system(argv: string[], timeout?: number): number;
/** A module that may be missing: raises when it is. */
declare function require(module: string): any;

declare module 'fs' {
	export interface Stat {
		type: string;
		mode: number;
		uid: number;
		gid: number;
		size: number;
		inode: number;
		mtime: number;
		/** Of the last change of whatever kind: nobody can set it. */
		ctime: number;
	}
	export interface File {
		read(amount: number | 'line' | 'all'): string | null;
		write(data: string): number | null;
		flush(): boolean | null;
		close(): boolean | null;
		fileno(): number;
	}
	export const stdin: File;
	export const stdout: File;
	export function readlink(path: string): string | null;
	export function access(path: string, mode?: string): boolean | null;
	export function readfile(path: string, limit?: number): string | null;
	export function writefile(path: string, data: string, limit?: number): number | null;
	export function open(path: string, mode?: string, permissions?: number): File | null;
	/** An array of arguments only on recent ucode. */
	export function popen(command: string, mode?: string): File | null;
	export function rename(from: string, to: string): boolean | null;
	export function unlink(path: string): boolean | null;
	export function mkdir(path: string, mode?: number): boolean | null;
	export function chmod(path: string, mode: number): boolean | null;
	export function chown(path: string, user: string | number | null, group: string | number | null): boolean | null;
	export function stat(path: string): Stat | null;
	export function lsdir(path: string): string[] | null;
	export function glob(...patterns: string[]): string[];
	export function error(): string | null;
}

declare module 'ubus' {
	export interface Deferred {
		completed(): boolean;
		abort(): boolean | null;
	}
	export interface Listener {
		remove(): boolean | null;
	}
	/** One call of a published object. */
	export interface Incoming {
		args: { [name: string]: any };
	}
	export interface Methods {
		/** Each argument with a value of its type. What `call` returns is the answer. */
		[method: string]: { args: object; call: (request: Incoming) => object };
	}
	export interface Published {
		remove(): boolean | null;
	}
	export interface Connection {
		publish(name: string, methods: Methods): Published | null;
		list(object?: string): any[] | null;
		call(object: string, method: string, args?: object): any;
		/** Asynchronous: `done` gets the ubus status and the reply. Null, and mostly no call back, when nothing could be sent. */
		defer(object: string, method: string, args: object, done: (code: number, reply: any) => void): Deferred | null;
		event(type: string, message: object): boolean | null;
		listener(pattern: string, callback: (type: string, message: any) => void): Listener | null;
		error(numeric?: boolean): any;
	}
	/** `timeout` in whole seconds, 30 unless told. */
	export function connect(socket?: string | null, timeout?: number): Connection | null;
	export function error(numeric?: boolean): any;
}

declare module 'uci' {
	export interface Section {
		'.name': string;
		'.type': string;
		'.anonymous': boolean;
		'.index': number;
		[option: string]: any;
	}
	export interface Cursor {
		load(config: string): boolean | null;
		unload(config: string): boolean | null;
		get(config: string, section: string, option?: string): any;
		get_all(config: string, section?: string): any;
		set(
			config: string,
			section: string,
			option: string,
			value: string | number | boolean | string[]
		): boolean | null;
		/** Makes a section of this type. */
		set(config: string, section: string, type: string): boolean | null;
		delete(config: string, section: string, option?: string): boolean | null;
		foreach(config: string, type: string | null, callback: (section: Section) => boolean | void): boolean | null;
		save(config: string): boolean | null;
		commit(config?: string): boolean | null;
		revert(config: string): boolean | null;
		changes(config?: string): { [config: string]: string[][] } | null;
		error(): string | null;
	}
	/** `savedir` is where changes that are not committed yet lie, /tmp/.uci unless told. */
	export function cursor(confdir?: string | null, savedir?: string | null): Cursor | null;
}

declare module 'uloop' {
	export interface Timer {
		set(milliseconds: number): boolean | null;
		remaining(): number;
		cancel(): boolean | null;
	}
	export interface Handle {
		delete(): boolean | null;
	}
	export interface Process {
		pid(): number;
	}
	export const ULOOP_READ: number;
	export function init(): boolean | null;
	/** Runs until something ends it. */
	export function run(): number | null;
	/** Makes the descriptor non-blocking (libubox uloop.c, uloop_fd_add). */
	export function handle(descriptor: unknown, callback: (events: number) => void, events: number): Handle | null;
	/** Runs a program without a shell, with these variables alone; it inherits what is open and not closed on exec. */
	export function process(
		executable: string,
		args: string[],
		env: { [name: string]: string },
		ended: (code: number) => void
	): Process | null;
	/** `milliseconds` negative or absent: not armed yet. */
	export function timer(milliseconds: number, callback: () => void): Timer | null;
}
