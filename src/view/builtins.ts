export function match(text: string, pattern: RegExp): string[] | null {
	return text.match(pattern);
}

export function substr(text: string, from: number, count: number): string {
	return text.substring(from, from + count);
}

export function replace(text: string, pattern: RegExp, replacement: string): string {
	return text.replace(pattern, replacement);
}

export function int(text: string): number {
	return parseInt(text, 10);
}

/** The builtins of ucode that core/pin.ts uses; the build puts these in for the browser. */
declare global {
	function match(text: string, pattern: RegExp): string[] | null;
	function substr(text: string, from: number, count: number): string;
	function replace(text: string, pattern: RegExp, replacement: string): string;
	function int(text: string): number;
}
