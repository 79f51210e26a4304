import type * as acorn from 'acorn';
import { Expressions, type FunctionNode } from './expressions';
import { at } from './lines';

export abstract class Statements extends Expressions {
	/** The inside of a function: its statements and the variables that its expressions need. */
	protected body(statements: readonly acorn.AnyNode[]): string {
		const outer = this.temporaries;
		this.temporaries = [];
		const code = `${this.statements(statements)} return null;`;
		const variables = this.temporaries.length ? `let ${this.temporaries.join(', ')}; ` : '';
		this.temporaries = outer;
		return variables + code;
	}

	protected statements(nodes: readonly acorn.AnyNode[]): string {
		return nodes.map(node => this.statement(node)).join(' ');
	}

	protected statement(node: acorn.AnyNode): string {
		return at(node) + this.plainStatement(node);
	}

	protected plainStatement(node: acorn.AnyNode): string {
		switch (node.type) {
			case 'ExpressionStatement':
				return `${this.expression(node.expression)};`;
			case 'VariableDeclaration':
				return `${this.variables(node, 'let')};`;
			case 'FunctionDeclaration':
				return this.functionDeclaration(node, 'let ');
			case 'ReturnStatement':
				return `return (${node.argument ? this.expression(node.argument) : 'null'});`;
			case 'IfStatement':
				return this.ifStatement(node);
			case 'ForStatement':
				return this.forStatement(node);
			case 'ForInStatement':
				return this.forIn(node);
			case 'WhileStatement':
				return `while (${this.expression(node.test)}) ${this.block([node.body])}`;
			case 'BreakStatement':
			case 'ContinueStatement':
				if (node.label) this.refuse(node);
				return node.type === 'BreakStatement' ? 'break;' : 'continue;';
			case 'BlockStatement':
				return this.block(node.body);
			case 'SwitchStatement':
				return this.switchStatement(node);
			case 'TryStatement':
				return this.tryStatement(node);
			case 'EmptyStatement':
				return ';';
			case 'ImportDeclaration':
				return this.importDeclaration(node);
			default:
				return this.refuse(node);
		}
	}

	protected block(nodes: readonly acorn.AnyNode[]): string {
		return this.inScope(() => `{ ${this.statements(nodes)} }`);
	}

	/** `let` also for constants: assigning to one is refused here. */
	protected variables(node: acorn.VariableDeclaration, keyword: 'let' | 'assign'): string {
		if (node.kind === 'var' || node.kind === 'using' || node.kind === 'await using') this.refuse(node);
		const declared = node.declarations.map(({ id, init }) => {
			if (id.type !== 'Identifier') return this.refuse(id, 'Expecting variable name');
			const binding = this.declare(id, { constant: node.kind === 'const', ready: !init });
			const value = init ? this.expression(init) : 'null';
			binding.ready = true;
			return `${binding.name} = ${value}`;
		});
		return keyword === 'let' ? `let ${declared.join(', ')}` : declared.join(', ');
	}

	/** Not hoisted (vector: function used before its declaration). */
	protected functionDeclaration(
		node: acorn.FunctionDeclaration | acorn.AnonymousFunctionDeclaration,
		keyword: string
	): string {
		if (!node.id) return this.refuse(node);
		const binding = this.declare(node.id);
		return `${keyword}${binding.name} = ${this.functionExpression(node as acorn.FunctionDeclaration)};`;
	}

	protected ifStatement(node: acorn.IfStatement): string {
		const test = this.expression(node.test);
		const consequent = this.block([node.consequent]);
		return `if (${test}) ${consequent}${node.alternate ? ` else ${this.block([node.alternate])}` : ''}`;
	}

	/** The variables of the head are the same in every round, unlike JavaScript's: closures share them. */
	protected forStatement(node: acorn.ForStatement): string {
		return this.inScope(() => {
			const { init, test, update } = node;
			const declares = init?.type === 'VariableDeclaration';
			if (declares && init.kind !== 'let') this.refuse(init, 'Expecting expression');
			const head = !init ? '' : `${declares ? this.variables(init, 'let') : this.expression(init)};`;
			const condition = test ? this.expression(test) : '';
			const step = update ? this.expression(update) : '';
			return `{ ${head} for (; ${condition}; ${step}) ${this.block([node.body])} }`;
		});
	}

	protected forIn(node: acorn.ForInStatement): string {
		return this.inScope(() => {
			const { left } = node;
			const values = this.helper('iterate', this.expression(node.right));
			if (left.type !== 'VariableDeclaration') {
				if (left.type !== 'Identifier') return this.refuse(left);
				return `for (${this.writable(left, 'assignment to').name} of ${values}) ${this.block([node.body])}`;
			}
			if (left.kind !== 'let') this.refuse(left);
			const head = this.variables(left, 'let');
			const name = head.replace(/^let | = .*$/g, '');
			return `{ ${head}; for (${name} of ${values}) ${this.block([node.body])} }`;
		});
	}

	/** Variables of a case are those of the whole switch, and null where their case was jumped over. */
	protected switchStatement(node: acorn.SwitchStatement): string {
		return this.inScope(() => {
			const discriminant = this.expression(node.discriminant);
			const names: string[] = [];
			const cases = node.cases.map(({ test, consequent }) => {
				const label = test ? `case ${this.expression(test)}:` : 'default:';
				return `${label} ${consequent.map(statement => this.caseStatement(statement, names)).join(' ')}`;
			});
			const declared = names.length ? `let ${names.map(name => `${name} = null`).join(', ')}; ` : '';
			return `{ ${declared}switch (${discriminant}) { ${cases.join(' ')} } }`;
		});
	}

	protected caseStatement(node: acorn.AnyNode, names: string[]): string {
		let code: string;
		if (node.type === 'VariableDeclaration') code = `${this.variables(node, 'assign')};`;
		else if (node.type === 'FunctionDeclaration') code = this.functionDeclaration(node, '');
		else return this.statement(node);
		const declared = node.type === 'VariableDeclaration' ? node.declarations.map(({ id }) => id) : [node.id];
		for (const id of declared) {
			if (id?.type === 'Identifier') names.push(this.scope.find(id.name, this.place(id))!.name);
		}
		return at(node) + code;
	}

	protected tryStatement(node: acorn.TryStatement): string {
		const { block, handler } = node;
		if (node.finalizer || !handler) return this.refuse(node);
		const attempt = this.block(block.body);
		return this.inScope(() => {
			const caught = this.helper('caught', '$error');
			const { param } = handler;
			if (param && param.type !== 'Identifier') return this.refuse(param);
			const head = param ? `let ${this.declare(param).name} = ${caught};` : `${caught};`;
			return `try ${attempt} catch ($error) { ${head} ${this.statements(handler.body.body)} }`;
		});
	}

	protected importDeclaration(node: acorn.ImportDeclaration): string {
		const module = String(node.source.value);
		this.prologue.set(`$module_${identifier(module)}`, `$modules(${JSON.stringify(module)})`);
		const from = `$module_${identifier(module)}`;
		const declared = node.specifiers.map(specifier => {
			const namespace = specifier.type === 'ImportNamespaceSpecifier';
			const binding = this.declare(specifier.local, { constant: true, namespace });
			const name = specifier.type === 'ImportSpecifier' ? specifier.imported : null;
			if (namespace) return `let ${binding.name} = ${from};`;
			const exported = name === null ? 'default' : name.type === 'Identifier' ? name.name : String(name.value);
			return `let ${binding.name} = ${this.helper('imported', from, JSON.stringify(exported))};`;
		});
		return declared.join(' ');
	}

	protected functionExpression(node: FunctionNode): string {
		if (node.async || node.generator) this.refuse(node);
		const arrow = node.type === 'ArrowFunctionExpression';
		return this.inScope(() => {
			const own = node.type === 'FunctionExpression' && node.id ? ` ${this.declare(node.id).name}` : '';
			const parameters = node.params.map(parameter => this.parameter(parameter)).join(', ');
			const { body } = node;
			const statements = body.type === 'BlockStatement' ? body.body : [returning(body)];
			const code = this.body(statements);
			if (arrow) return `((${parameters}) => { ${code} })`;
			return `(function${own}(${parameters}) { ${this.withCaller(code)} })`;
		});
	}

	protected parameter(node: acorn.Pattern): string {
		if (node.type === 'RestElement' && node.argument.type === 'Identifier') {
			return `...${this.declare(node.argument).name}`;
		}
		if (node.type !== 'Identifier') return this.refuse(node);
		return `${this.declare(node).name} = null`;
	}

	/** An arrow function of ucode has the `this` of its caller, not of where it stands (vector: "this in arrow is the caller's"). Only scripts that use it pay for it. */
	protected withCaller(code: string): string {
		if (!this.followsCaller) return code;
		return `const $outer = $this; $this = this ?? null; try { ${code} } finally { $this = $outer; }`;
	}
}

function identifier(module: string): string {
	return module.replace(/\W/g, character => `$${character.charCodeAt(0)}`);
}

/** An arrow function's expression as the statement that it stands for. */
function returning(argument: acorn.Expression): acorn.ReturnStatement {
	return { type: 'ReturnStatement', argument, start: argument.start, end: argument.end, loc: argument.loc ?? null };
}
