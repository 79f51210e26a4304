/*
 * The standard library of a handler source: nothing but what TypeScript itself needs.
 * Values have no members in ucode, so none are declared: `list.length` is a type error.
 */
interface Boolean {}
interface Number {}
interface String {}
interface RegExp {}
interface Object {}
interface Function {}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {}
interface Symbol {}
interface SymbolConstructor {
	readonly iterator: unique symbol;
}
declare const Symbol: SymbolConstructor;
interface IteratorResult<T> {
	done: boolean;
	value: T;
}
interface Iterator<T> {
	next(): IteratorResult<T>;
}
interface Iterable<T> {
	[Symbol.iterator](): Iterator<T>;
}
interface Array<T> extends Iterable<T> {
	[index: number]: T;
}
interface ReadonlyArray<T> extends Iterable<T> {
	readonly [index: number]: T;
}

type Record<K extends string, T> = { [key in K]: T };
type Partial<T> = { [key in keyof T]?: T[key] };
type Pick<T, K extends keyof T> = { [key in K]: T[key] };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends string | number | symbol> = { [key in Exclude<keyof T, K>]: T[key] };
