import type { Rule } from '../../script/rule';

export const noDebugger: Rule = {
	name: 'no-debugger',
	broken: [
		`const f = () => {
	debugger; // here
};`
	],
	visit: {
		DebuggerStatement: (node, refuse) => refuse(node, 'ucode has no debugger')
	}
};
