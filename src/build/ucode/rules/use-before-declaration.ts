import type { Rule } from '../../script/rule';

export const useBeforeDeclaration: Rule = {
	name: 'use-before-declaration',
	broken: [
		`function f() {
	return g(); // here
}
function g() {
	return 1;
}`
	],
	reference({ identifier, variable }, refuse) {
		const { name, start } = identifier;
		if (variable && start < variable.identifier.start)
			refuse(identifier, `'${name}' is declared further down, and ucode does not hoist`);
	}
};
