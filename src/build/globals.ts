import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The globals of ucode that a handler may use: what src/typings/ucode.d.ts declares, and nothing else. */
export function readGlobals(): Set<string> {
	const declarations = readFileSync(join(import.meta.dirname, '../typings/ucode.d.ts'), 'utf8');
	const names = [...declarations.matchAll(/^declare (?:function|const|let|var) (\w+)/gm)].map(({ 1: name }) => name!);
	return new Set(names);
}
