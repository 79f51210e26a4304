import type { Rule } from '../../script/rule';

export const noNullChain: Rule = {
	name: 'no-null-chain',
	broken: ['const f = peer => peer?.ip === null; // here'],
	visit: {
		BinaryExpression({ left, right }, refuse) {
			const isNull = right.type === 'Literal' && right.value === null && !('regex' in right && right.regex);
			if (isNull && left.type === 'ChainExpression')
				refuse(left, 'what a?.b does not find is null in ucode and undefined in JavaScript: a?.b ?? null');
		}
	}
};
