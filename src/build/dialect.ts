import type { AnyNode, Program } from 'acorn';
import { readGlobals } from './globals';
import type { Finding, Locate } from './places';
import { checkRegexp, REGEXP_RULES } from './regexp';
import { analyseNames, outwards } from './scopes';
import type { Reference } from './scopes';
import { walk } from './walk';

/** Every rule by name. */
export const DIALECT_RULES = [
	'no-accessor',
	'no-async',
	'no-bigint',
	'no-bitwise',
	'no-class',
	'no-code-point-escape',
	'no-const-in-for',
	'no-debugger',
	'no-default-import',
	'no-default-parameter',
	'no-destructuring',
	'no-division',
	'no-do-while',
	'no-double-literal',
	'no-dynamic-import',
	'no-finally',
	'no-for-in-source',
	'no-for-of',
	'no-generator',
	'no-hole',
	'no-in-operator',
	'no-instanceof',
	'no-label',
	'no-length',
	'no-loop-closure',
	'no-loose-equality',
	'no-new',
	'no-null-chain',
	'no-number-key',
	'no-numeric-separator',
	'no-tagged-template',
	'no-throw',
	'no-typeof',
	'no-undefined',
	'no-var',
	'no-void',
	'odd-name',
	'optional-chain',
	'reserved-word',
	'self-reference-in-initialiser',
	'unknown-global',
	'use-before-declaration',
	...REGEXP_RULES
] as const;

export type DialectRule = (typeof DIALECT_RULES)[number];

/** Words that ucode reserves and JavaScript does not (lexer.c). */
const RESERVED = new Set(['elif', 'endif', 'endfor', 'endwhile', 'endfunction', 'endfunc']);

const UNARY: Record<string, [rule: DialectRule, message: string]> = {
	typeof: ['no-typeof', 'ucode has no typeof: type(x)'],
	void: ['no-void', 'ucode has no void'],
	'~': ['no-bitwise', 'integers have 64 bits in ucode and 32 in JavaScript']
};

const BINARY: Record<string, [rule: DialectRule, message: string]> = {
	'==': ['no-loose-equality', '== converts, and differently in both languages: ==='],
	'!=': ['no-loose-equality', '!= converts, and differently in both languages: !=='],
	in: ['no-in-operator', 'in looks for values of an array in ucode: exists(object, key)'],
	instanceof: ['no-instanceof', 'ucode has no instanceof'],
	'/': ['no-division', '7 / 2 is 3 in ucode and 3.5 in JavaScript: int(7 / 2)'],
	'/=': ['no-division', '7 / 2 is 3 in ucode and 3.5 in JavaScript: x = int(x / 2)'],
	'<<': ['no-bitwise', 'integers have 64 bits in ucode and 32 in JavaScript'],
	'>>': ['no-bitwise', 'integers have 64 bits in ucode and 32 in JavaScript'],
	'>>>': ['no-bitwise', 'ucode has no >>>'],
	'<<=': ['no-bitwise', 'integers have 64 bits in ucode and 32 in JavaScript'],
	'>>=': ['no-bitwise', 'integers have 64 bits in ucode and 32 in JavaScript'],
	'>>>=': ['no-bitwise', 'ucode has no >>>=']
};

/** Kinds of nodes that ucode has no counterpart for. */
const NODES: Partial<Record<AnyNode['type'], [rule: DialectRule, message: string]>> = {
	ClassDeclaration: ['no-class', 'ucode has no classes'],
	ClassExpression: ['no-class', 'ucode has no classes'],
	ObjectPattern: ['no-destructuring', 'ucode has no destructuring'],
	ArrayPattern: ['no-destructuring', 'ucode has no destructuring'],
	AssignmentPattern: ['no-default-parameter', 'ucode has no default values: x ??= … in the body'],
	ForOfStatement: ['no-for-of', 'only for (const name of …) has a counterpart in ucode'],
	DoWhileStatement: ['no-do-while', 'ucode has no do-while'],
	ThrowStatement: ['no-throw', 'ucode has no throw: die(message)'],
	NewExpression: ['no-new', 'ucode has no constructors'],
	MetaProperty: ['no-new', 'ucode has no constructors and no import.meta'],
	YieldExpression: ['no-generator', 'ucode has no generators'],
	AwaitExpression: ['no-async', 'ucode has no promises'],
	LabeledStatement: ['no-label', 'ucode has no labels'],
	TaggedTemplateExpression: ['no-tagged-template', 'ucode has no tagged templates'],
	ImportExpression: ['no-dynamic-import', 'ucode has no dynamic import'],
	DebuggerStatement: ['no-debugger', 'ucode has no debugger']
};

const LOOPS = ['ForStatement', 'ForInStatement', 'ForOfStatement'];

type Refuse = (node: AnyNode, rule: DialectRule, message: string) => void;

const isNull = (node: AnyNode) => node.type === 'Literal' && node.value === null && !('regex' in node && node.regex);

/** Whether this part of a chain may have ended it: in JavaScript all that follows is skipped then. */
function isOptional(node: AnyNode): boolean {
	if (node.type === 'MemberExpression') return node.optional || isOptional(node.object);
	return node.type === 'CallExpression' && (node.optional || isOptional(node.callee));
}

/** Rules about one node and where it stands. */
function checkNode(node: AnyNode, ancestors: AnyNode[], text: string, refuse: Refuse): void {
	const parent = ancestors.at(-1);
	const kind = NODES[node.type];
	if (kind) refuse(node, ...kind);
	switch (node.type) {
		case 'VariableDeclaration':
			if (node.kind === 'var') refuse(node, 'no-var', 'ucode has no var: let or const');
			if (
				node.kind === 'const' &&
				parent &&
				LOOPS.includes(parent.type) &&
				!('body' in parent && parent.body === node)
			)
				refuse(node, 'no-const-in-for', 'a loop of ucode declares with let only');
			break;
		case 'UnaryExpression': {
			const found = UNARY[node.operator];
			if (found) refuse(node, ...found);
			break;
		}
		case 'BinaryExpression': {
			const found = BINARY[node.operator];
			const wrapped =
				parent?.type === 'CallExpression' &&
				parent.arguments.length === 1 &&
				parent.callee.type === 'Identifier' &&
				parent.callee.name === 'int';
			if (found && !(node.operator === '/' && wrapped)) refuse(node, ...found);
			if (isNull(node.right) && node.left.type === 'ChainExpression')
				refuse(
					node,
					'no-null-chain',
					'what a?.b does not find is null in ucode and undefined in JavaScript: a?.b ?? null'
				);
			break;
		}
		case 'AssignmentExpression': {
			const found = BINARY[node.operator];
			if (found) refuse(node, ...found);
			break;
		}
		case 'TryStatement':
			if (node.finalizer) refuse(node.finalizer, 'no-finally', 'ucode has no finally');
			if (!node.handler) refuse(node, 'no-finally', 'ucode has no try without catch');
			break;
		case 'FunctionDeclaration':
		case 'FunctionExpression':
		case 'ArrowFunctionExpression':
			if (node.async) refuse(node, 'no-async', 'ucode has no promises');
			if (node.generator) refuse(node, 'no-generator', 'ucode has no generators');
			break;
		case 'Property':
			if (node.kind !== 'init') refuse(node, 'no-accessor', 'ucode has no get and set');
			if (!node.computed && node.key.type === 'Literal' && typeof node.key.value !== 'string')
				refuse(node, 'no-number-key', 'keys of ucode are strings: quote it');
			break;
		case 'ArrayExpression':
			if (node.elements.includes(null)) refuse(node, 'no-hole', 'ucode has no holes in arrays: null');
			break;
		case 'ImportDefaultSpecifier':
			refuse(node, 'no-default-import', "ucode's modules have no default export");
			break;
		case 'CallExpression':
			if (!node.optional && isOptional(node.callee))
				refuse(node, 'optional-chain', 'before July 2025 ucode calls what a?.b did not find: a?.b?.()');
			break;
		case 'MemberExpression':
			if (!node.optional && isOptional(node.object))
				refuse(node, 'optional-chain', 'before July 2025 ucode reads on where a?.b ended: a?.b?.c');
			if (!node.computed && node.property.type === 'Identifier' && node.property.name === 'length')
				refuse(node, 'no-length', 'values have no members in ucode: length(x)');
			break;
		case 'Literal': {
			const raw = text.slice(node.start, node.end);
			if ('bigint' in node && node.bigint) refuse(node, 'no-bigint', 'ucode has no BigInt');
			else if (typeof node.value === 'number') {
				if (raw.includes('_')) refuse(node, 'no-numeric-separator', 'ucode has no digit separators');
				if (/^[\d_]*\.|^[\d_.]+e/i.test(raw)) refuse(node, 'no-double-literal', 'doubles lose digits in ucode');
			} else if (typeof node.value === 'string' && /\\u\{/.test(raw))
				refuse(node, 'no-code-point-escape', 'ucode has no \\u{…}');
			else if ('regex' in node && node.regex)
				for (const { rule, message } of checkRegexp(node.regex.pattern, node.regex.flags))
					refuse(node, rule, message);
			break;
		}
		case 'Identifier':
			if (/[^\w]/.test(node.name))
				refuse(node, 'odd-name', 'names of ucode have ASCII letters, digits and _ only');
			if (RESERVED.has(node.name)) refuse(node, 'reserved-word', `${node.name} is a word of ucode`);
			break;
	}
}

/** The loop whose own variable this is, when the reference is in a function inside the loop. */
function isLoopClosure({ variable, scope }: Reference): boolean {
	if (!variable || !LOOPS.includes(variable.scope.node.type)) return false;
	const way = outwards(scope);
	return way.slice(0, way.indexOf(variable.scope)).some(inner => inner.isFunction);
}

/** Rules about one use of a name. */
function checkReference(reference: Reference, globals: Set<string>, refuse: Refuse): void {
	const { identifier, variable } = reference;
	const { name, start } = identifier;
	if (!variable) {
		if (name === 'undefined') refuse(identifier, 'no-undefined', 'ucode has no undefined: null');
		else if (!globals.has(name))
			refuse(identifier, 'unknown-global', `'${name}' is neither declared nor in src/typings/ucode.d.ts`);
		return;
	}
	const { node } = variable;
	if (node.type === 'VariableDeclarator' && start > node.id.end && start < node.end)
		refuse(
			identifier,
			'self-reference-in-initialiser',
			`'${name}' does not exist yet in its own initialiser: let ${name}; ${name} = …`
		);
	else if (start < variable.identifier.start)
		refuse(identifier, 'use-before-declaration', `'${name}' is declared further down, and ucode does not hoist`);
	if (isLoopClosure(reference))
		refuse(identifier, 'no-loop-closure', `all turns share one '${name}' in ucode: copy it in the body first`);
}

function collector(locate: Locate): { findings: Finding[]; refuse: Refuse } {
	const findings: Finding[] = [];
	return {
		findings,
		refuse(node, rule, message) {
			const { file, line } = locate(node.start);
			findings.push({ file, line, rule, message });
		}
	};
}

/** What the sources themselves may not contain, because the build gives it another meaning. */
export function checkDialectSource(program: Program, _text: string, locate: Locate): Finding[] {
	const { findings, refuse } = collector(locate);
	walk(program, node => {
		if (node.type === 'ForInStatement')
			refuse(
				node,
				'no-for-in-source',
				'for-in gives keys in JavaScript, values in ucode: for (const key of keys(x))'
			);
	});
	return findings;
}

/** What emitted ucode may not contain: what ucode refuses, and what it takes for something else than JavaScript does. */
export function checkDialect(program: Program, text: string, locate: Locate, globals = readGlobals()): Finding[] {
	const { findings, refuse } = collector(locate);
	walk(program, (node, ancestors) => checkNode(node, ancestors, text, refuse));
	for (const reference of analyseNames(program).references) checkReference(reference, globals, refuse);
	return findings.toSorted((a, b) => a.line - b.line);
}
