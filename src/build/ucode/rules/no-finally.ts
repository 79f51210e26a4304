import type { Rule } from '../../script/rule';

export const noFinally: Rule = {
	name: 'no-finally',
	broken: [
		`const f = () => {
	try {
		die('x');
	} catch {
		die('y');
	} finally { // here
		die('z');
	}
};`
	],
	visit: {
		TryStatement(node, refuse) {
			if (node.finalizer) refuse(node.finalizer, 'ucode has no finally');
			if (!node.handler) refuse(node, 'ucode has no try without catch');
		}
	}
};
