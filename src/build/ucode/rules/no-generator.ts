import type { AnyNode } from 'acorn';
import type { Refuse, Rule } from '../../script/rule';

const MESSAGE = 'ucode has no generators';

function refuseGenerator(node: AnyNode, refuse: Refuse): void {
	if ('generator' in node && node.generator) refuse(node, MESSAGE);
}

export const noGenerator: Rule = {
	name: 'no-generator',
	broken: [
		`function* f() { // here
	return 1;
}`
	],
	visit: {
		FunctionDeclaration: refuseGenerator,
		FunctionExpression: refuseGenerator,
		YieldExpression: (node, refuse) => refuse(node, MESSAGE)
	}
};
