import type { Rule } from '../../script/rule';

export const noDefaultImport: Rule = {
	name: 'no-default-import',
	broken: [
		`import fs from 'fs'; // here
const f = () => fs;`
	],
	visit: {
		ImportDefaultSpecifier: (node, refuse) => refuse(node, "ucode's modules have no default export")
	}
};
