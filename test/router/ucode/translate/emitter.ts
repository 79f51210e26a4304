import type * as acorn from 'acorn';
import { UcodeError, UnsupportedError, type Place } from '../errors';
import { Scope, type Binding } from './scope';
import type { Script } from './syntax';
import { hasArrowThis } from './callers';

/** Words of ucode that mean nothing to JavaScript, and so could be taken for names. */
const RESERVED: ReadonlySet<string> = new Set(['elif', 'endif', 'endfor', 'endwhile', 'endfunction']);

/** What the rooms of the translation share: names, places, and the declarations above the script. */
export abstract class Emitter {
	/** Declarations that stand above the script: its globals, accessors of properties, regular expressions. */
	protected readonly prologue = new Map<string, string>();
	protected readonly followsCaller: boolean;
	protected scope = new Scope(null);
	protected temporaries: string[] = [];

	constructor(
		protected readonly script: Script,
		private readonly file: string,
		private readonly library: ReadonlySet<string>
	) {
		this.followsCaller = hasArrowThis(script.program);
	}

	protected abstract expression(node: acorn.AnyNode): string;

	protected inScope<T>(work: () => T): T {
		this.scope = new Scope(this.scope);
		try {
			return work();
		} finally {
			this.scope = this.scope.parent!;
		}
	}

	protected name(node: acorn.Identifier): string {
		const binding = this.scope.find(this.checked(node), this.place(node));
		if (binding) return binding.name;
		const { name } = node;
		const known = this.library.has(name);
		const variable = known ? `$g_${name}` : `$u_${name}`;
		this.prologue.set(variable, `$env[${JSON.stringify(name)}]`);
		if (known) return variable;
		return `(${variable} === undefined ? ${this.helper('undeclared', JSON.stringify(name))} : ${variable})`;
	}

	protected declare(node: acorn.Identifier, properties?: Partial<Binding>): Binding {
		return this.scope.declare(this.checked(node), properties);
	}

	protected checked(node: acorn.Identifier): string {
		return /^[A-Za-z_]\w*$/.test(node.name) && !RESERVED.has(node.name)
			? node.name
			: this.refuse(node, 'Unexpected token');
	}

	protected writable(node: acorn.Identifier, verb: string): { name: string } {
		const binding = this.scope.find(this.checked(node), this.place(node));
		// an undeclared name is an exception only when the script gets there
		if (!binding) return { name: this.undeclaredTarget(node.name) };
		if (binding.constant) this.refuse(node, `Invalid ${verb} constant '${node.name}'`);
		return binding;
	}

	protected undeclaredTarget(name: string): string {
		if (this.library.has(name)) throw new UnsupportedError(`assigning to the global ${name}`);
		return `${this.helper('undeclared', JSON.stringify(name))}.target`;
	}

	protected refuseNamespace(object: acorn.AnyNode): void {
		if (object.type !== 'Identifier') return;
		const binding = this.scope.find(object.name, this.place(object));
		if (binding?.namespace) throw new UcodeError('Type error', 'object value is immutable', this.place(object));
	}

	protected helper(name: string, ...operands: string[]): string {
		this.prologue.set(`$${name}`, `$rt.${name}`);
		return `$${name}(${operands.join(', ')})`;
	}

	protected temporary(): string {
		const name = `$${this.temporaries.length}`;
		this.temporaries.push(name);
		return name;
	}

	protected place(node: acorn.Node): Place {
		return { file: this.file, line: node.loc?.start.line ?? 0 };
	}

	protected refuse(node: acorn.Node, message = `Unexpected token (${node.type})`): never {
		throw new UcodeError('Syntax error', message, this.place(node));
	}
}
