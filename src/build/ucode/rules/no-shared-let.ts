import type { Rule } from '../../script/rule';
import { SHARED } from '../options';

/** What a part of the handler is given stays what it is at that moment (src/build/ucode/parts.ts). */
export const noSharedLet: Rule = {
	name: 'no-shared-let',
	broken: [
		`const resident = {};
let count = 0; // here
const f = () => {
	count++;
};
resident.count = count;`
	],
	visit: {
		AssignmentExpression({ left, right }, refuse, { names }) {
			const object = left.type === 'MemberExpression' && left.object;
			if (!object || object.type !== 'Identifier' || object.name !== SHARED || right.type !== 'Identifier')
				return;
			const given = names.references.find(({ identifier }) => identifier.start === right.start)?.variable;
			if (given?.references.some(({ write }) => write))
				refuse(
					given.identifier,
					`'${given.name}' changes, and a part is given what it is now: export a function that answers it`
				);
		}
	}
};
