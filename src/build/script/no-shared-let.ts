import type { AnyNode } from 'acorn';
import { SHARED } from './parts';
import type { Refuse, Rule, Surroundings } from './rule';

/** Refuses to give away a variable that is written to elsewhere. */
function checkGiven(value: AnyNode, refuse: Refuse, { names }: Surroundings): void {
	const given = names.references.find(({ identifier }) => identifier.start === value.start)?.variable;
	if (value.type === 'Identifier' && given?.references.some(({ write }) => write))
		refuse(
			given.identifier,
			`'${given.name}' changes, and a part is given what it is now: export a function that answers it`
		);
}

const isShared = (node: AnyNode | undefined) => node?.type === 'Identifier' && node.name === SHARED;

/** What a part is given stays what it is at that moment (parts.ts). */
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
		AssignmentExpression({ left, right }, refuse, surroundings) {
			if (left.type === 'MemberExpression' && isShared(left.object)) checkGiven(right, refuse, surroundings);
		},
		// Object.assign(resident, { … })
		CallExpression({ arguments: [first, second] }, refuse, surroundings) {
			if (!isShared(first) || second?.type !== 'ObjectExpression') return;
			for (const member of second.properties)
				if (member.type === 'Property') checkGiven(member.value, refuse, surroundings);
		}
	}
};
