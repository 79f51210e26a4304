import type { Rule } from '../../script/rule';
import { MODULE } from '../options';

/** What a part of the handler is given stays what it is at that moment (src/build/ucode/parts.ts). */
export const noSharedLet: Rule = {
	name: 'no-shared-let',
	broken: [
		`let count = 0; // here
const f = () => {
	count++;
	return require('${MODULE}x')({ count });
};`
	],
	visit: {
		CallExpression({ callee, start, end }, refuse, { names }) {
			if (callee.type !== 'CallExpression' || callee.callee.type !== 'Identifier') return;
			const [module] = callee.arguments;
			const isPart = module?.type === 'Literal' && String(module.value).startsWith(MODULE);
			if (callee.callee.name !== 'require' || !isPart) return;
			for (const { identifier, variable } of names.references) {
				const given = identifier.start > start && identifier.end < end && variable;
				if (given && given.references.some(({ write }) => write))
					refuse(
						given.identifier,
						`'${given.name}' changes, and a part is given what it is now: export a function that answers it`
					);
			}
		}
	}
};
