import type { AnyNode, Program } from 'acorn';
import type { Finding, Locate } from './places';
import { walk } from './walk';

/** Which arguments of LuCI's text functions the scanner for translations reads. */
const TEXT_ARGUMENTS: Record<string, number[]> = { _: [0, 1], N_: [1, 2, 3] };

function isLiteral(node: AnyNode): boolean {
	if (node.type === 'BinaryExpression' && node.operator === '+')
		return isLiteral(node.left as AnyNode) && isLiteral(node.right);
	return node.type === 'Literal' && typeof node.value === 'string';
}

/** Rule `text-literal`: what is not written out can't be found by the scanner, and would stay untranslated. */
export function checkTexts(program: Program, locate: Locate): Finding[] {
	const findings: Finding[] = [];
	walk(program, node => {
		if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
		for (const position of TEXT_ARGUMENTS[node.callee.name] ?? []) {
			const argument = node.arguments[position];
			if (!argument || isLiteral(argument)) continue;
			const { file, line } = locate(node.start);
			const message = `${node.callee.name}() takes texts as literals: the scanner for translations reads them`;
			findings.push({ file, line, rule: 'text-literal', message });
			return;
		}
	});
	return findings;
}
