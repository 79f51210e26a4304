/** Binary operators by the function of ../operators.ts that they are. */
export const BINARY: Record<string, string> = {
	'+': 'add',
	'-': 'subtract',
	'*': 'multiply',
	'/': 'divide',
	'%': 'remainder',
	'**': 'power',
	'&': 'bitAnd',
	'|': 'bitOr',
	'^': 'bitXor',
	'<<': 'shiftLeft',
	'>>': 'shiftRight',
	'==': 'equal',
	'!=': 'unequal',
	'<': 'less',
	'<=': 'lessOrEqual',
	'>': 'greater',
	'>=': 'greaterOrEqual',
	in: 'isIn'
};
