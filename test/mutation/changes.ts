import type { AnyNode } from 'acorn';
import { parse, walk } from '../../src/build/syntax/walk';

/** One small way to break a program: another text for a piece of it. */
export interface Change {
	/** What was done, in a word. */
	kind: 'operator' | 'condition' | 'constant' | 'call' | 'statement' | 'result';
	from: number;
	to: number;
	text: string;
}

/** What is confused with what. */
const OPERATORS: Record<string, string> = {
	'===': '!==',
	'!==': '===',
	'<': '<=',
	'<=': '<',
	'>': '>=',
	'>=': '>',
	'+': '-',
	'-': '+',
	'*': '+',
	'%': '*',
	'&&': '||',
	'||': '&&',
	'??': '&&',
	'+=': '-=',
	'-=': '+=',
	'++': '--',
	'--': '++'
};

const isOperation = (node: AnyNode) =>
	node.type === 'BinaryExpression' || node.type === 'LogicalExpression' || node.type === 'AssignmentExpression';

/** The changes that make sense at one node. */
function changesAt(node: AnyNode, ancestors: AnyNode[], text: string): Change[] {
	const parent = ancestors.at(-1);
	const source = ({ start, end }: AnyNode) => text.slice(start, end);
	const replace = (kind: Change['kind'], at: AnyNode, by: string): Change => ({
		kind,
		from: at.start,
		to: at.end,
		text: by
	});
	const negated = (test: AnyNode) => replace('condition', test, `!(${source(test)})`);

	if (isOperation(node) && 'left' in node && 'operator' in node) {
		const other = OPERATORS[node.operator];
		// text is joined by +, never taken apart by -
		const joins = /["'`]/.test(source(node)) && /^\+=?$/.test(node.operator);
		if (!other || joins) return [];
		const from = node.left.end + text.slice(node.left.end).indexOf(node.operator);
		return [{ kind: 'operator', from, to: from + node.operator.length, text: other }];
	}
	switch (node.type) {
		case 'UpdateExpression': {
			const from = node.prefix ? node.start : node.end - 2;
			return [{ kind: 'operator', from, to: from + 2, text: OPERATORS[node.operator]! }];
		}
		case 'UnaryExpression':
			return node.operator === '!' ? [replace('condition', node, source(node.argument))] : [];
		case 'IfStatement':
		case 'WhileStatement':
			return [negated(node.test)];
		case 'ConditionalExpression':
			return [negated(node.test)];
		case 'Literal':
			return isHint(ancestors) ? [] : constants(node, parent).map(by => replace('constant', node, by));
		case 'ExpressionStatement':
			return node.expression.type === 'CallExpression' || node.expression.type === 'AssignmentExpression'
				? [replace(node.expression.type === 'CallExpression' ? 'call' : 'statement', node, ';')]
				: [];
		case 'BreakStatement':
		case 'ContinueStatement':
			// the last branch of a switch breaks for order's sake only
			return parent?.type === 'SwitchCase' ? [] : [replace('statement', node, ';')];
		case 'ReturnStatement':
			return node.argument ? [replace('result', node.argument, 'null')] : [replace('statement', node, ';')];
		case 'CallExpression':
			// filter(list, test): all pass
			return node.callee.type === 'Identifier' && node.callee.name === 'filter' && node.arguments[0]
				? [replace('call', node, source(node.arguments[0]))]
				: [];
		default:
			return [];
	}
}

/** The value of an argument of a method (`{ pin: '' }`): rpcd looks at its type alone. */
function isHint(ancestors: AnyNode[]): boolean {
	const call = ancestors.at(-3);
	return (
		call?.type === 'CallExpression' &&
		call.callee.type === 'Identifier' &&
		['defineMethod', 'defineCommand'].includes(call.callee.name)
	);
}

/** Other values for a literal; names of modules, directives and keys stay. */
function constants(node: AnyNode & { type: 'Literal' }, parent: AnyNode | undefined): string[] {
	if (!parent || /^(?:Import|Export)/.test(parent.type) || ('directive' in parent && parent.directive)) return [];
	if (parent.type === 'Property' && parent.key === node) return [];
	const { value } = node;
	if (typeof value === 'boolean') return [String(!value)];
	if (typeof value === 'number') return [String(value + 1)];
	if (typeof value === 'string') return [value === '' ? '"?"' : '""'];
	return [];
}

/** Every change that can be made to a program, in the order of its text. */
export function listChanges(text: string): Change[] {
	const changes: Change[] = [];
	walk(parse(text), (node, ancestors) => changes.push(...changesAt(node, ancestors, text)));
	return changes.filter(({ from, to, text: by }) => text.slice(from, to) !== by).toSorted((a, b) => a.from - b.from);
}
