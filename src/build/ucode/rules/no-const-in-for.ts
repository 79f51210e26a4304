import type { Rule } from '../../script/rule';
import { isLoop } from '../../syntax/walk';

export const noConstInFor: Rule = {
	name: 'no-const-in-for',
	broken: [
		`const f = () => {
	for (const i = 0; i < 1;) return i; // here
	return 0;
};`
	],
	visit: {
		VariableDeclaration(node, refuse, { ancestors }) {
			const parent = ancestors.at(-1);
			if (node.kind === 'const' && parent && isLoop(parent) && !('body' in parent && parent.body === node))
				refuse(node, 'a loop of ucode declares with let only');
		}
	}
};
