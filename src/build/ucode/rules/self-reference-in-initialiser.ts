import type { Rule } from '../../script/rule';
import { isInInitialiser } from '../../syntax/scopes';

export const selfReferenceInInitialiser: Rule = {
	name: 'self-reference-in-initialiser',
	broken: [
		`const call = fn => fn;
const f = call(() => f); // here`
	],
	reference({ identifier, variable }, refuse) {
		const { name, start } = identifier;
		if (variable && isInInitialiser(variable, start))
			refuse(identifier, `'${name}' does not exist yet in its own initialiser: let ${name}; ${name} = …`);
	}
};
