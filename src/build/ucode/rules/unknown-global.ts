import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../script/rule';

const DECLARATIONS = readFileSync(join(import.meta.dirname, '../../../typings/ucode.d.ts'), 'utf8');

/** The globals of ucode that a handler may use: what src/typings/ucode.d.ts declares, and nothing else. */
const GLOBALS = new Set(
	[...DECLARATIONS.matchAll(/^declare (?:function|const|let|var) (\w+)/gm)].map(({ 1: name }) => name!)
);

export const unknownGlobal: Rule = {
	name: 'unknown-global',
	broken: ['const f = () => Object; // here'],
	reference({ identifier, variable }, refuse) {
		const { name } = identifier;
		if (!variable && name !== 'undefined' && !GLOBALS.has(name))
			refuse(identifier, `'${name}' is neither declared nor in src/typings/ucode.d.ts`);
	}
};
