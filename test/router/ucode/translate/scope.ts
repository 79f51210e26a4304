import { UcodeError } from '../errors';

export interface Binding {
	/** The name in the translation: unlike every other one, so that JavaScript's own scopes don't matter. */
	name: string;
	constant: boolean;
	/** Of `import * as`: what can't be assigned to. */
	namespace: boolean;
	/** False while its own initialiser is read (vector: closure in own initialiser). */
	ready: boolean;
}

/** A block or function. Names are looked up while the script is read from top to bottom, as ucode's compiler does: what comes later does not exist yet. */
export class Scope {
	readonly #bindings = new Map<string, Binding>();

	constructor(
		readonly parent: Scope | null,
		private readonly used: Map<string, number> = parent?.used ?? new Map()
	) {}

	declare(name: string, properties: Partial<Binding> = {}): Binding {
		const count = (this.used.get(name) ?? 0) + 1;
		this.used.set(name, count);
		const binding = { name: `${name}$${count}`, constant: false, namespace: false, ready: true, ...properties };
		this.#bindings.set(name, binding);
		return binding;
	}

	/** Null for a name that is global or nothing. */
	find(name: string, line: { file: string; line: number }): Binding | null {
		const binding = this.#bindings.get(name);
		if (!binding) return this.parent?.find(name, line) ?? null;
		if (binding.ready) return binding;
		throw new UcodeError('Syntax error', `Can't access lexical declaration '${name}' before initialization`, line);
	}
}
