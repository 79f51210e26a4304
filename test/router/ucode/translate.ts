import type * as acorn from 'acorn';
import { MAIN, UcodeError, UnsupportedError, type Place } from './errors';
import { INHERITED } from './members';
import { numberLiteral, textLiteral } from './literals';
import { Regexp } from './regexp';
import { Scope, type Binding } from './scope';
import { parseScript, type Script } from './syntax';

/** A script as JavaScript: an expression that gives a function of the runtime (see Runtime in index.ts). */
export function translate(source: string, file: string, library: ReadonlySet<string>): string {
	return new Translator(parseScript(source, file), file, library).translation();
}

const BINARY: Record<string, string> = {
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

/** Words of ucode that mean nothing to JavaScript, and so could be taken for names. */
const RESERVED: ReadonlySet<string> = new Set(['elif', 'endif', 'endfor', 'endwhile', 'endfunction']);

type FunctionNode = acorn.FunctionDeclaration | acorn.FunctionExpression | acorn.ArrowFunctionExpression;
type Pass = (code: string) => string;

const LINE = /\0(\d+)\0/g;

class Translator {
	/** Declarations that stand above the script: its globals, accessors of properties, regular expressions. */
	readonly #prologue = new Map<string, string>();
	readonly #followsCaller: boolean;
	#scope = new Scope(null);
	#temporaries: string[] = [];

	constructor(
		private readonly script: Script,
		private readonly file: string,
		private readonly library: ReadonlySet<string>
	) {
		this.#followsCaller = hasArrowThis(script.program);
	}

	translation(): string {
		const body = this.#body(this.script.program.body);
		const prologue = [...this.#prologue].map(([name, value]) => `const ${name} = ${value};`).join(' ');
		const caller = this.#followsCaller ? 'let $this = null; ' : '';
		return atTheirLines(
			`(($rt, $env, $modules) => { 'use strict'; ${prologue} ${caller}return function ${MAIN}() { ${body} }; })`
		);
	}

	// --- statements ---

	/** The inside of a function: its statements and the variables that its expressions need. */
	#body(statements: readonly acorn.AnyNode[]): string {
		const outer = this.#temporaries;
		this.#temporaries = [];
		const code = `${this.#statements(statements)} return null;`;
		const variables = this.#temporaries.length ? `let ${this.#temporaries.join(', ')}; ` : '';
		this.#temporaries = outer;
		return variables + code;
	}

	#statements(nodes: readonly acorn.AnyNode[]): string {
		return nodes.map(node => this.#statement(node)).join(' ');
	}

	#statement(node: acorn.AnyNode): string {
		return at(node) + this.#plainStatement(node);
	}

	#plainStatement(node: acorn.AnyNode): string {
		switch (node.type) {
			case 'ExpressionStatement':
				return `${this.#expression(node.expression)};`;
			case 'VariableDeclaration':
				return `${this.#variables(node, 'let')};`;
			case 'FunctionDeclaration':
				return this.#functionDeclaration(node, 'let ');
			case 'ReturnStatement':
				return `return (${node.argument ? this.#expression(node.argument) : 'null'});`;
			case 'IfStatement':
				return this.#if(node);
			case 'ForStatement':
				return this.#for(node);
			case 'ForInStatement':
				return this.#forIn(node);
			case 'WhileStatement':
				return `while (${this.#expression(node.test)}) ${this.#block([node.body])}`;
			case 'BreakStatement':
			case 'ContinueStatement':
				if (node.label) this.#refuse(node);
				return node.type === 'BreakStatement' ? 'break;' : 'continue;';
			case 'BlockStatement':
				return this.#block(node.body);
			case 'SwitchStatement':
				return this.#switch(node);
			case 'TryStatement':
				return this.#try(node);
			case 'EmptyStatement':
				return ';';
			case 'ImportDeclaration':
				return this.#import(node);
			default:
				return this.#refuse(node);
		}
	}

	#block(nodes: readonly acorn.AnyNode[]): string {
		return this.#inScope(() => `{ ${this.#statements(nodes)} }`);
	}

	#inScope<T>(work: () => T): T {
		this.#scope = new Scope(this.#scope);
		try {
			return work();
		} finally {
			this.#scope = this.#scope.parent!;
		}
	}

	/** `let` also for constants: assigning to one is refused here. */
	#variables(node: acorn.VariableDeclaration, keyword: 'let' | 'assign'): string {
		if (node.kind === 'var' || node.kind === 'using' || node.kind === 'await using') this.#refuse(node);
		const declared = node.declarations.map(({ id, init }) => {
			if (id.type !== 'Identifier') return this.#refuse(id, 'Expecting variable name');
			const binding = this.#declare(id, { constant: node.kind === 'const', ready: !init });
			const value = init ? this.#expression(init) : 'null';
			binding.ready = true;
			return `${binding.name} = ${value}`;
		});
		return keyword === 'let' ? `let ${declared.join(', ')}` : declared.join(', ');
	}

	/** Not hoisted (vector: function used before its declaration). */
	#functionDeclaration(
		node: acorn.FunctionDeclaration | acorn.AnonymousFunctionDeclaration,
		keyword: string
	): string {
		if (!node.id) return this.#refuse(node);
		const binding = this.#declare(node.id);
		return `${keyword}${binding.name} = ${this.#function(node as acorn.FunctionDeclaration)};`;
	}

	#if(node: acorn.IfStatement): string {
		const test = this.#expression(node.test);
		const consequent = this.#block([node.consequent]);
		return `if (${test}) ${consequent}${node.alternate ? ` else ${this.#block([node.alternate])}` : ''}`;
	}

	/** The variables of the head are the same in every round, unlike JavaScript's: closures share them. */
	#for(node: acorn.ForStatement): string {
		return this.#inScope(() => {
			const { init, test, update } = node;
			const declares = init?.type === 'VariableDeclaration';
			const head = !init ? '' : `${declares ? this.#variables(init, 'let') : this.#expression(init)};`;
			const condition = test ? this.#expression(test) : '';
			const step = update ? this.#expression(update) : '';
			return `{ ${head} for (; ${condition}; ${step}) ${this.#block([node.body])} }`;
		});
	}

	#forIn(node: acorn.ForInStatement): string {
		return this.#inScope(() => {
			const { left } = node;
			const values = this.#helper('iterate', this.#expression(node.right));
			if (left.type !== 'VariableDeclaration') {
				if (left.type !== 'Identifier') return this.#refuse(left);
				return `for (${this.#writable(left, 'assignment to').name} of ${values}) ${this.#block([node.body])}`;
			}
			if (left.kind !== 'let') this.#refuse(left);
			const head = this.#variables(left, 'let');
			const name = head.replace(/^let | = .*$/g, '');
			return `{ ${head}; for (${name} of ${values}) ${this.#block([node.body])} }`;
		});
	}

	/** Variables of a case are those of the whole switch, and null where their case was jumped over. */
	#switch(node: acorn.SwitchStatement): string {
		return this.#inScope(() => {
			const discriminant = this.#expression(node.discriminant);
			const names: string[] = [];
			const cases = node.cases.map(({ test, consequent }) => {
				const label = test ? `case ${this.#expression(test)}:` : 'default:';
				return `${label} ${consequent.map(statement => this.#caseStatement(statement, names)).join(' ')}`;
			});
			const declared = names.length ? `let ${names.map(name => `${name} = null`).join(', ')}; ` : '';
			return `{ ${declared}switch (${discriminant}) { ${cases.join(' ')} } }`;
		});
	}

	#caseStatement(node: acorn.AnyNode, names: string[]): string {
		let code: string;
		if (node.type === 'VariableDeclaration') code = `${this.#variables(node, 'assign')};`;
		else if (node.type === 'FunctionDeclaration') code = this.#functionDeclaration(node, '');
		else return this.#statement(node);
		const declared = node.type === 'VariableDeclaration' ? node.declarations.map(({ id }) => id) : [node.id];
		for (const id of declared) {
			if (id?.type === 'Identifier') names.push(this.#scope.find(id.name, this.#place(id))!.name);
		}
		return at(node) + code;
	}

	#try(node: acorn.TryStatement): string {
		const { block, handler } = node;
		if (node.finalizer || !handler) return this.#refuse(node);
		const attempt = this.#block(block.body);
		return this.#inScope(() => {
			const caught = this.#helper('caught', '$error');
			const { param } = handler;
			if (param && param.type !== 'Identifier') return this.#refuse(param);
			const head = param ? `let ${this.#declare(param).name} = ${caught};` : `${caught};`;
			return `try ${attempt} catch ($error) { ${head} ${this.#statements(handler.body.body)} }`;
		});
	}

	#import(node: acorn.ImportDeclaration): string {
		const module = String(node.source.value);
		this.#prologue.set(`$module_${identifier(module)}`, `$modules(${JSON.stringify(module)})`);
		const from = `$module_${identifier(module)}`;
		const declared = node.specifiers.map(specifier => {
			const namespace = specifier.type === 'ImportNamespaceSpecifier';
			const binding = this.#declare(specifier.local, { constant: true, namespace });
			const name = specifier.type === 'ImportSpecifier' ? specifier.imported : null;
			if (namespace) return `let ${binding.name} = ${from};`;
			const exported = name === null ? 'default' : name.type === 'Identifier' ? name.name : String(name.value);
			return `let ${binding.name} = ${this.#helper('imported', from, JSON.stringify(exported))};`;
		});
		return declared.join(' ');
	}

	// --- functions ---

	#function(node: FunctionNode): string {
		if (node.async || node.generator) this.#refuse(node);
		const arrow = node.type === 'ArrowFunctionExpression';
		return this.#inScope(() => {
			const own = node.type === 'FunctionExpression' && node.id ? ` ${this.#declare(node.id).name}` : '';
			const parameters = node.params.map(parameter => this.#parameter(parameter)).join(', ');
			const { body } = node;
			const statements = body.type === 'BlockStatement' ? body.body : [returning(body)];
			const code = this.#body(statements);
			if (arrow) return `((${parameters}) => { ${code} })`;
			return `(function${own}(${parameters}) { ${this.#withCaller(code)} })`;
		});
	}

	#parameter(node: acorn.Pattern): string {
		if (node.type === 'RestElement' && node.argument.type === 'Identifier') {
			return `...${this.#declare(node.argument).name}`;
		}
		if (node.type !== 'Identifier') return this.#refuse(node);
		return `${this.#declare(node).name} = null`;
	}

	/** An arrow function of ucode has the `this` of its caller, not of where it stands (vector: "this in arrow is the caller's"). Only scripts that use it pay for it. */
	#withCaller(code: string): string {
		if (!this.#followsCaller) return code;
		return `const $outer = $this; $this = this ?? null; try { ${code} } finally { $this = $outer; }`;
	}

	// --- expressions ---

	#expressions(nodes: readonly acorn.AnyNode[]): string {
		return nodes.map(node => this.#expression(node)).join(', ');
	}

	#expression(node: acorn.AnyNode): string {
		switch (node.type) {
			case 'Literal':
				return this.#literal(node);
			case 'TemplateLiteral':
				return this.#template(node);
			case 'Identifier':
				return this.#name(node);
			case 'ThisExpression':
				return this.#followsCaller ? '$this' : '(this ?? null)';
			case 'ParenthesizedExpression':
				return `(${this.#expression(node.expression)})`;
			case 'SequenceExpression':
				return `(${this.#expressions(node.expressions)})`;
			case 'ConditionalExpression':
				return `(${this.#expression(node.test)} ? ${this.#expression(node.consequent)} : ${this.#expression(node.alternate)})`;
			case 'LogicalExpression':
				return `(${this.#expression(node.left)} ${node.operator} ${this.#expression(node.right)})`;
			case 'BinaryExpression':
				return this.#binary(node);
			case 'UnaryExpression':
				return this.#unary(node);
			case 'AssignmentExpression':
				return this.#assignment(node);
			case 'UpdateExpression':
				return this.#update(node);
			case 'ChainExpression':
				return this.#chain(node.expression, code => code);
			case 'MemberExpression':
			case 'CallExpression':
				return this.#chain(node, code => code);
			case 'ArrayExpression':
				return `[${node.elements.map(element => (element ? this.#item(element) : this.#refuse(node))).join(', ')}]`;
			case 'ObjectExpression':
				return `({ ${node.properties.map(property => this.#property(property)).join(', ')} })`;
			case 'FunctionExpression':
			case 'ArrowFunctionExpression':
				return this.#function(node);
			default:
				return this.#refuse(node);
		}
	}

	#literal(node: acorn.Literal): string {
		if (node.regex) return this.#regexp(node, node.regex);
		if (typeof node.value === 'string') return textLiteral(node.raw ?? '', node.value, this.#place(node));
		if (node.value === null || typeof node.value === 'boolean') return String(node.value);
		return numberLiteral(node.raw ?? '', node.value, this.#place(node));
	}

	#regexp(node: acorn.Literal, { pattern, flags }: { pattern: string; flags: string }): string {
		if (!/^[gis]*$/.test(flags)) this.#refuse(node);
		this.#tryRegexp(node, pattern, flags);
		const name = `$regexp${this.#prologue.size}`;
		this.#prologue.set(name, `$rt.regexp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)})`);
		return name;
	}

	#tryRegexp(node: acorn.Literal, pattern: string, flags: string): void {
		try {
			new Regexp(pattern, flags);
		} catch (error) {
			if (error instanceof UnsupportedError) throw error.at(this.#place(node));
			throw error instanceof UcodeError ? new UcodeError(error.kind, error.text, this.#place(node)) : error;
		}
	}

	#template(node: acorn.TemplateLiteral): string {
		const parts = node.quasis.flatMap((quasi, index) => {
			const { raw, cooked } = quasi.value;
			const text = textLiteral(raw, cooked ?? '', this.#place(quasi));
			const value = node.expressions[index];
			return value ? [text, this.#helper('toText', this.#expression(value))] : [text];
		});
		return `(${parts.join(' + ')})`;
	}

	#item(node: acorn.AnyNode): string {
		if (node.type !== 'SpreadElement') return this.#expression(node);
		return `...${this.#helper('spread', this.#expression(node.argument))}`;
	}

	#property(node: acorn.Property | acorn.SpreadElement): string {
		if (node.type === 'SpreadElement') return `...${this.#helper('spreadObject', this.#expression(node.argument))}`;
		if (node.kind !== 'init') return this.#refuse(node);
		return `${this.#propertyName(node)}: ${this.#expression(node.value)}`;
	}

	#propertyName({ key, computed }: acorn.Property): string {
		if (computed) return `[${this.#helper('literalKey', this.#expression(key))}]`;
		const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : null;
		if (typeof name !== 'string') return this.#refuse(key, 'Expecting label');
		return name === '__proto__' ? '["__proto__"]' : JSON.stringify(name);
	}

	#binary(node: acorn.BinaryExpression): string {
		const { left, operator, right } = node;
		// ucode reads a ** b ** c from the left
		if (operator === '**' && right.type === 'BinaryExpression' && right.operator === '**') {
			throw new UnsupportedError('a ** b ** c without parentheses', this.#place(node));
		}
		const operands = [this.#expression(left), this.#expression(right)] as const;
		if (operator === '===' || operator === '!==') return `(${operands.join(` ${operator} `)})`;
		const helper = BINARY[operator];
		return helper ? this.#helper(helper, ...operands) : this.#refuse(node);
	}

	#unary(node: acorn.UnaryExpression): string {
		const { operator, argument } = node;
		if (operator === 'delete') return this.#delete(argument);
		const value = () => this.#expression(argument);
		if (operator === '!') return `(!${value()})`;
		if (operator === '-') return this.#helper('negate', value());
		if (operator === '+') return this.#helper('toNumber', value());
		if (operator === '~')
			throw new UnsupportedError('~, which gives an unsigned 64 bit integer', this.#place(node));
		return this.#refuse(node);
	}

	#delete(node: acorn.AnyNode): string {
		if (node.type !== 'MemberExpression') return this.#refuse(node, 'expecting a property access expression');
		return this.#helper('remove', this.#expression(node.object), this.#key(node));
	}

	#assignment(node: acorn.AssignmentExpression): string {
		const { left, operator } = node;
		const change = (current: string, write: Pass): string => {
			const value = this.#expression(node.right);
			if (operator === '=') return write(value);
			const operation = operator.slice(0, -1);
			if (['??', '||', '&&'].includes(operation)) return `(${current} ${operation} ${write(value)})`;
			const helper = BINARY[operation];
			return helper ? write(this.#helper(helper, current, value)) : this.#refuse(node);
		};
		return this.#change(left, 'assignment to', operator === '=', change);
	}

	/** `++` and `--`; the value before them is the number, whatever was there. */
	#update(node: acorn.UpdateExpression): string {
		const helper = node.operator === '++' ? 'increment' : 'decrement';
		return this.#change(node.argument, 'increment/decrement of', false, (current, write) => {
			if (node.prefix) return write(this.#helper(helper, current));
			const before = this.#temporary();
			return `(${before} = ${this.#helper('toNumber', current)}, ${write(this.#helper(helper, before))}, ${before})`;
		});
	}

	/** Code that reads and writes what stands left of an assignment; object and key are evaluated once. */
	#change(
		target: acorn.AnyNode,
		verb: string,
		plain: boolean,
		code: (current: string, write: Pass) => string
	): string {
		if (target.type === 'Identifier') {
			const binding = this.#writable(target, verb);
			return code(binding.name, value => `(${binding.name} = ${value})`);
		}
		if (target.type !== 'MemberExpression') return this.#refuse(target);
		this.#refuseNamespace(target.object);
		const owner = this.#expression(target.object);
		const name = this.#key(target);
		if (plain) return code('', value => this.#helper('assign', owner, name, value));
		const [object, key] = [this.#temporary(), this.#temporary()];
		const current = this.#helper('element', object, key);
		return `(${object} = ${owner}, ${key} = ${name}, ${code(current, value => this.#helper('assign', object, key, value))})`;
	}

	/**
	 * A chain of members and calls. `?.` on null, or on what has no members, ends all of it
	 * (vectors: optional chaining, optional call); `rest` is what the chain goes on with.
	 */
	#chain(node: acorn.AnyNode, rest: Pass): string {
		if (node.type === 'MemberExpression') {
			return this.#chain(node.object, object =>
				this.#reachable(node.optional, object, owner => rest(this.#member(node, owner)))
			);
		}
		if (node.type !== 'CallExpression') return rest(this.#expression(node));
		const { callee } = node;
		const method = unwrapped(callee);
		if (method.type === 'MemberExpression') {
			return this.#chain(method.object, object =>
				this.#reachable(method.optional, object, owner => this.#methodCall(node, method, owner, rest))
			);
		}
		if (method.type === 'ChainExpression') throw new UnsupportedError('calling (a?.b)()', this.#place(node));
		return this.#chain(callee, code => {
			if (!node.optional) return rest(this.#call(callee, code, node));
			const called = this.#temporary();
			const call = rest(this.#helper('invoke', called, ...this.#arguments(node)));
			return `((${called} = ${this.#helper('callable', code)}) === null ? null : ${call})`;
		});
	}

	#reachable(optional: boolean, object: string, rest: Pass): string {
		if (!optional) return rest(object);
		const owner = this.#temporary();
		return `((${owner} = ${this.#helper('reachable', object)}) === null ? null : ${rest(owner)})`;
	}

	#methodCall(node: acorn.CallExpression, method: acorn.MemberExpression, object: string, rest: Pass): string {
		const simple = /^[\w$]+$/.test(object);
		const owner = simple ? object : this.#temporary();
		const receiver = simple ? object : `${owner} = ${object}`;
		const callee = this.#member(method, owner);
		if (!node.optional)
			return rest(at(node) + this.#helper('invokeOn', receiver, callee, ...this.#arguments(node)));
		const called = this.#temporary();
		const call = rest(this.#helper('invokeOn', owner, called, ...this.#arguments(node)));
		return `(${simple ? '' : `${receiver}, `}(${called} = ${this.#helper('callable', callee)}) === null ? null : ${call})`;
	}

	/** A function of the library is called as it is: it takes anything and gives no `undefined`. */
	#call(callee: acorn.AnyNode, code: string, node: acorn.CallExpression): string {
		const direct = callee.type === 'Identifier' && code.startsWith('$g_');
		if (direct) return `${at(node)}${code}(${this.#arguments(node).join(', ')})`;
		return at(node) + this.#helper('invoke', code, ...this.#arguments(node));
	}

	#arguments(node: acorn.CallExpression): string[] {
		const last = node.arguments.at(-1);
		if (last && this.script.hasTrailingComma(last.end, node.end)) this.#refuse(node, 'Expecting expression');
		if (node.arguments.some(argument => argument.type === 'FunctionExpression' && hasOwnThis(argument.body))) {
			throw new UnsupportedError('this in a callback, which is that of whoever calls back', this.#place(node));
		}
		return node.arguments.map(argument => this.#item(argument));
	}

	/** A property by name gets an accessor of its own, so that V8 learns what it is used on. */
	#member(node: acorn.MemberExpression, object: string): string {
		const { property, computed } = node;
		if (computed || property.type !== 'Identifier' || INHERITED.has(property.name)) {
			return this.#helper('element', object, this.#key(node));
		}
		const { name } = property;
		this.#helper('absent');
		this.#helper('isArray');
		this.#prologue.set(
			`$p_${name}`,
			`$o => { let $v; return typeof $o === 'object' && $o !== null && !$isArray($o) && ($v = $o.${name}) !== undefined ? $v : $absent($o); }`
		);
		return `${at(property)}$p_${name}(${object})`;
	}

	#key({ property, computed }: acorn.MemberExpression): string {
		if (computed) return this.#expression(property);
		return property.type === 'Identifier' ? JSON.stringify(property.name) : this.#refuse(property);
	}

	// --- names ---

	#name(node: acorn.Identifier): string {
		const binding = this.#scope.find(this.#checked(node), this.#place(node));
		if (binding) return binding.name;
		const { name } = node;
		const known = this.library.has(name);
		const variable = known ? `$g_${name}` : `$u_${name}`;
		this.#prologue.set(variable, `$env[${JSON.stringify(name)}]`);
		if (known) return variable;
		return `(${variable} === undefined ? ${this.#helper('undeclared', JSON.stringify(name))} : ${variable})`;
	}

	#declare(node: acorn.Identifier, properties?: Partial<Binding>): Binding {
		return this.#scope.declare(this.#checked(node), properties);
	}

	#checked(node: acorn.Identifier): string {
		return /^[A-Za-z_]\w*$/.test(node.name) && !RESERVED.has(node.name)
			? node.name
			: this.#refuse(node, 'Unexpected token');
	}

	#writable(node: acorn.Identifier, verb: string): { name: string } {
		const binding = this.#scope.find(this.#checked(node), this.#place(node));
		// an undeclared name is an exception only when the script gets there
		if (!binding) return { name: this.#undeclaredTarget(node.name) };
		if (binding.constant) this.#refuse(node, `Invalid ${verb} constant '${node.name}'`);
		return binding;
	}

	#undeclaredTarget(name: string): string {
		if (this.library.has(name)) throw new UnsupportedError(`assigning to the global ${name}`);
		return `${this.#helper('undeclared', JSON.stringify(name))}.target`;
	}

	#refuseNamespace(object: acorn.AnyNode): void {
		if (object.type !== 'Identifier') return;
		const binding = this.#scope.find(object.name, this.#place(object));
		if (binding?.namespace) throw new UcodeError('Type error', 'object value is immutable', this.#place(object));
	}

	// --- the translation's own needs ---

	#helper(name: string, ...operands: string[]): string {
		this.#prologue.set(`$${name}`, `$rt.${name}`);
		return `$${name}(${operands.join(', ')})`;
	}

	#temporary(): string {
		const name = `$${this.#temporaries.length}`;
		this.#temporaries.push(name);
		return name;
	}

	#place(node: acorn.Node): Place {
		return { file: this.file, line: node.loc?.start.line ?? 0 };
	}

	#refuse(node: acorn.Node, message = `Unexpected token (${node.type})`): never {
		throw new UcodeError('Syntax error', message, this.#place(node));
	}
}

function unwrapped(node: acorn.AnyNode): acorn.AnyNode {
	return node.type === 'ParenthesizedExpression' ? unwrapped(node.expression) : node;
}

function identifier(module: string): string {
	return module.replace(/\W/g, character => `$${character.charCodeAt(0)}`);
}

/** An arrow function's expression as the statement that it stands for. */
function returning(argument: acorn.Expression): acorn.ReturnStatement {
	return { type: 'ReturnStatement', argument, start: argument.start, end: argument.end, loc: argument.loc ?? null };
}

/** Whether `this` stands in an arrow function. */
function hasArrowThis(node: unknown): boolean {
	return anyNode(node, inner => inner.type === 'ArrowFunctionExpression' && hasOwnThis(inner));
}

/** Whether `this` stands in the node and not in a function inside it that has one of its own. */
function hasOwnThis(node: unknown): boolean {
	const ownFunction = (type: unknown) => type === 'FunctionExpression' || type === 'FunctionDeclaration';
	return anyNode(
		node,
		inner => inner.type === 'ThisExpression',
		inner => !ownFunction(inner.type)
	);
}

type Test = (node: { type?: unknown }) => boolean;

function anyNode(node: unknown, test: Test, enter: Test = () => true): boolean {
	if (typeof node !== 'object' || node === null || !enter(node)) return false;
	return test(node) || Object.values(node).some(child => anyNode(child, test, enter));
}

/** A mark that what follows belongs to the line of the node. */
function at(node: acorn.Node): string {
	return `\0${node.loc?.start.line ?? 0}\0`;
}

/** Puts marked code on the lines of the script, so that a stack of V8 tells lines of the script. */
function atTheirLines(code: string): string {
	let line = 1;
	return code.replace(LINE, (_, wanted: string) => {
		const missing = Math.max(0, Number(wanted) - line);
		line += missing;
		return '\n'.repeat(missing);
	});
}
