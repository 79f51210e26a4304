import { LIBRARY } from '../../router/ucode/library';
import { Regexp } from '../../router/ucode/regexp';

/*
 * What src/core finds in ucode's global scope. Import it before anything of src/core.
 */

/** A regular expression of the source, as ucode reads it. */
function asUcode(value: unknown): unknown {
	return value instanceof RegExp ? new Regexp(value.source, value.flags) : value;
}

for (const [name, builtin] of Object.entries(LIBRARY)) {
	const value = (...args: unknown[]) => (builtin as (...args: unknown[]) => unknown)(...args.map(asUcode));
	Object.defineProperty(globalThis, name, { value, configurable: true });
}

Object.defineProperty(globalThis, '_', { value: (text: string) => text, configurable: true });
