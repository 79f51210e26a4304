import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { children } from './walk';

/** A declared name. */
export interface Variable {
	name: string;
	kind: 'const' | 'let' | 'var' | 'function' | 'class' | 'parameter' | 'import' | 'catch';
	scope: Scope;
	/** The identifier that declares it. */
	identifier: Identifier;
	/** The declarator, function, specifier or the like it comes from. */
	node: AnyNode;
	references: Reference[];
}

/** A place where a name is used. */
export interface Reference {
	identifier: Identifier;
	scope: Scope;
	write: boolean;
	variable: Variable | null;
}

/** A region of names. */
export interface Scope {
	node: AnyNode;
	parent: Scope | null;
	/** A function's own scope, or the module's: where `var` belongs. */
	isFunction: boolean;
	variables: Map<string, Variable>;
}

/** All names of a program. */
export interface Names {
	top: Scope;
	variables: Variable[];
	references: Reference[];
}

/** The scope and those around it, from the inside out. */
export function outwards(scope: Scope): Scope[] {
	const way: Scope[] = [];
	for (let at: Scope | null = scope; at; at = at.parent) way.push(at);
	return way;
}

/** Whether an offset lies in the initialiser with which a variable is declared. */
export function isInInitialiser({ node }: Variable, offset: number): boolean {
	return node.type === 'VariableDeclarator' && offset > node.id.end && offset < node.end;
}

/** Resolves every name of a program to its declaration. */
export function analyseNames(program: Program): Names {
	const top: Scope = { node: program, parent: null, isFunction: true, variables: new Map() };
	const names: Names = { top, variables: [], references: [] };

	function open(node: AnyNode, parent: Scope, isFunction = false): Scope {
		return { node, parent, isFunction, variables: new Map() };
	}

	function declare(scope: Scope, identifier: Identifier, kind: Variable['kind'], node: AnyNode): void {
		const home = kind === 'var' ? outwards(scope).find(candidate => candidate.isFunction)! : scope;
		if (home.variables.has(identifier.name)) return;
		const variable: Variable = { name: identifier.name, kind, scope: home, identifier, node, references: [] };
		home.variables.set(identifier.name, variable);
		names.variables.push(variable);
	}

	function bind(pattern: Pattern, kind: Variable['kind'], node: AnyNode, scope: Scope): void {
		if (pattern.type === 'Identifier') declare(scope, pattern, kind, node);
		else if (pattern.type === 'ObjectPattern')
			for (const property of pattern.properties)
				bind(property.type === 'RestElement' ? property.argument : property.value, kind, node, scope);
		else if (pattern.type === 'ArrayPattern')
			for (const element of pattern.elements) {
				if (element) bind(element, kind, node, scope);
			}
		else if (pattern.type === 'RestElement') bind(pattern.argument, kind, node, scope);
		else if (pattern.type === 'AssignmentPattern') bind(pattern.left, kind, node, scope);
	}

	/** Declares what stands directly in a block, before anything in it is looked at; `var` from anywhere below. */
	function hoist(node: AnyNode, scope: Scope, direct = true): void {
		if (node.type === 'VariableDeclaration') {
			if (direct || node.kind === 'var')
				for (const declarator of node.declarations)
					bind(declarator.id, node.kind as Variable['kind'], declarator, scope);
			return;
		}
		if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
			if (direct && node.id)
				declare(scope, node.id, node.type === 'ClassDeclaration' ? 'class' : 'function', node);
			return;
		}
		if (node.type === 'ImportDeclaration')
			for (const specifier of node.specifiers) declare(scope, specifier.local, 'import', specifier);
		else if (node.type === 'ExportNamedDeclaration' && node.declaration) hoist(node.declaration, scope);
		else if (!/Function|Class/.test(node.type))
			for (const child of children(node)) if (!child.type.endsWith('Expression')) hoist(child, scope, false);
	}

	function refer(identifier: Identifier, scope: Scope, write: boolean): void {
		names.references.push({ identifier, scope, write, variable: null });
	}

	/** The targets of an assignment or a declaration; default values and computed keys are ordinary expressions. */
	function assign(pattern: AnyNode, scope: Scope, declares: boolean): void {
		if (pattern.type === 'Identifier') {
			if (!declares) refer(pattern, scope, true);
		} else if (pattern.type === 'ObjectPattern')
			for (const property of pattern.properties) {
				if (property.type === 'RestElement') assign(property.argument, scope, declares);
				else {
					if (property.computed) visit(property.key, scope);
					assign(property.value, scope, declares);
				}
			}
		else if (pattern.type === 'ArrayPattern')
			for (const element of pattern.elements) {
				if (element) assign(element, scope, declares);
			}
		else if (pattern.type === 'RestElement') assign(pattern.argument, scope, declares);
		else if (pattern.type === 'AssignmentPattern') {
			assign(pattern.left, scope, declares);
			visit(pattern.right, scope);
		} else visit(pattern, scope);
	}

	function visit(node: AnyNode, scope: Scope): void {
		switch (node.type) {
			case 'Identifier':
				return refer(node, scope, false);
			case 'FunctionDeclaration':
			case 'FunctionExpression':
			case 'ArrowFunctionExpression': {
				const own = open(node, scope, true);
				for (const parameter of node.params) bind(parameter, 'parameter', node, own);
				if (node.type === 'FunctionExpression' && node.id) declare(own, node.id, 'function', node);
				for (const parameter of node.params) assign(parameter, own, true);
				if (node.body.type === 'BlockStatement') {
					for (const statement of node.body.body) hoist(statement, own);
					for (const statement of node.body.body) visit(statement, own);
				} else visit(node.body, own);
				return;
			}
			case 'ClassDeclaration':
			case 'ClassExpression': {
				const own = open(node, scope);
				if (node.type === 'ClassExpression' && node.id) declare(own, node.id, 'class', node);
				if (node.superClass) visit(node.superClass, own);
				return visit(node.body, own);
			}
			case 'BlockStatement':
			case 'StaticBlock':
			case 'SwitchStatement':
			case 'ForStatement':
			case 'ForInStatement':
			case 'ForOfStatement': {
				const own = open(node, scope);
				if (node.type === 'SwitchStatement')
					for (const branch of node.cases) for (const statement of branch.consequent) hoist(statement, own);
				else if ('body' in node && Array.isArray(node.body))
					for (const statement of node.body) hoist(statement, own);
				else if (node.type === 'ForStatement') {
					if (node.init?.type === 'VariableDeclaration') hoist(node.init, own);
				} else if ('left' in node && node.left.type === 'VariableDeclaration') hoist(node.left, own);
				if ('left' in node && node.left.type !== 'VariableDeclaration') {
					assign(node.left, own, false);
					visit(node.right, own);
					return visit(node.body, own);
				}
				for (const child of children(node)) visit(child, own);
				return;
			}
			case 'CatchClause': {
				const own = open(node, scope);
				if (node.param) bind(node.param, 'catch', node, own);
				return visit(node.body, own);
			}
			case 'VariableDeclarator':
				assign(node.id, scope, true);
				if (node.init) visit(node.init, scope);
				return;
			case 'AssignmentExpression':
				assign(node.left, scope, false);
				return visit(node.right, scope);
			case 'UpdateExpression':
				return node.argument.type === 'Identifier'
					? refer(node.argument, scope, true)
					: visit(node.argument, scope);
			case 'MemberExpression':
				visit(node.object, scope);
				if (node.computed) visit(node.property, scope);
				return;
			case 'Property':
			case 'MethodDefinition':
			case 'PropertyDefinition':
				if (node.computed) visit(node.key, scope);
				if (node.value) visit(node.value, scope);
				return;
			case 'ExportSpecifier':
				if (node.local.type === 'Identifier') refer(node.local, scope, false);
				return;
			case 'LabeledStatement':
				return visit(node.body, scope);
			case 'ImportDeclaration':
			case 'BreakStatement':
			case 'ContinueStatement':
			case 'MetaProperty':
				return;
			default:
				for (const child of children(node)) visit(child, scope);
		}
	}

	for (const statement of program.body) hoist(statement, top);
	for (const statement of program.body) visit(statement, top);
	for (const reference of names.references) {
		const home = outwards(reference.scope).find(scope => scope.variables.has(reference.identifier.name));
		reference.variable = home?.variables.get(reference.identifier.name) ?? null;
		reference.variable?.references.push(reference);
	}
	return names;
}
