import type { Rule } from '../../script/rule';

/** Words that ucode reserves and JavaScript does not (ucode's lexer.c). */
const RESERVED = new Set(['elif', 'endif', 'endfor', 'endwhile', 'endfunction', 'endfunc']);

export const reservedWord: Rule = {
	name: 'reserved-word',
	broken: ['const f = elif => elif; // here'],
	visit: {
		Identifier(node, refuse) {
			if (RESERVED.has(node.name)) refuse(node, `${node.name} is a word of ucode`);
		}
	}
};
