import type { AssignmentExpression, BinaryExpression } from 'acorn';
import type { Refuse, Rule } from '../../script/rule';

const WIDTH = 'integers have 64 bits in ucode and 32 in JavaScript';

function refuseShift(node: BinaryExpression | AssignmentExpression, refuse: Refuse): void {
	if (/^>>>=?$/.test(node.operator)) refuse(node, `ucode has no ${node.operator}`);
	else if (/^(?:<<|>>)=?$/.test(node.operator)) refuse(node, WIDTH);
}

/** & | ^ stay: they differ only beyond 31 bits. */
export const noBitwise: Rule = {
	name: 'no-bitwise',
	broken: ['const f = a => ~a; // here'],
	visit: {
		UnaryExpression(node, refuse) {
			if (node.operator === '~') refuse(node, WIDTH);
		},
		BinaryExpression: refuseShift,
		AssignmentExpression: refuseShift
	}
};
