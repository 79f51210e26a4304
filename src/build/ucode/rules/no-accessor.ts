import type { Rule } from '../../script/rule';

export const noAccessor: Rule = {
	name: 'no-accessor',
	broken: [
		`const f = () => ({
	get x() { // here
		return 1;
	}
});`
	],
	visit: {
		Property(node, refuse) {
			if (node.kind !== 'init') refuse(node, 'ucode has no get and set');
		}
	}
};
