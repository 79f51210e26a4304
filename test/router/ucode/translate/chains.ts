import type * as acorn from 'acorn';
import { UnsupportedError } from '../errors';
import { INHERITED } from '../members';
import { hasOwnThis } from './callers';
import { Emitter } from './emitter';
import { at } from './lines';

/** Puts code around code. */
export type Pass = (code: string) => string;

/** Members, calls and what they are chained to; assignments. */
export abstract class Chains extends Emitter {
	/** Code that reads and writes what stands left of an assignment; object and key are evaluated once. */
	protected change(
		target: acorn.AnyNode,
		verb: string,
		plain: boolean,
		code: (current: string, write: Pass) => string
	): string {
		if (target.type === 'Identifier') {
			const binding = this.writable(target, verb);
			return code(binding.name, value => `(${binding.name} = ${value})`);
		}
		if (target.type !== 'MemberExpression') return this.refuse(target);
		this.refuseNamespace(target.object);
		const owner = this.expression(target.object);
		const name = this.key(target);
		if (plain) return code('', value => this.helper('assign', owner, name, value));
		const [object, key] = [this.temporary(), this.temporary()];
		const current = this.helper('element', object, key);
		return `(${object} = ${owner}, ${key} = ${name}, ${code(current, value => this.helper('assign', object, key, value))})`;
	}

	/**
	 * A chain of members and calls. `?.` on null, or on what has no members, ends all of it
	 * (vectors: optional chaining, optional call); `rest` is what the chain goes on with.
	 */
	protected chain(node: acorn.AnyNode, rest: Pass): string {
		if (node.type === 'MemberExpression') {
			return this.chain(node.object, object =>
				this.reachable(node.optional, object, owner => rest(this.member(node, owner)))
			);
		}
		if (node.type !== 'CallExpression') return rest(this.expression(node));
		const { callee } = node;
		const method = unwrapped(callee);
		if (method.type === 'MemberExpression') {
			return this.chain(method.object, object =>
				this.reachable(method.optional, object, owner => this.methodCall(node, method, owner, rest))
			);
		}
		if (method.type === 'ChainExpression') throw new UnsupportedError('calling (a?.b)()', this.place(node));
		return this.chain(callee, code => {
			if (!node.optional) return rest(this.call(callee, code, node));
			const called = this.temporary();
			const call = rest(this.helper('invoke', called, ...this.arguments(node)));
			return `((${called} = ${this.helper('callable', code)}) === null ? null : ${call})`;
		});
	}

	protected reachable(optional: boolean, object: string, rest: Pass): string {
		if (!optional) return rest(object);
		const owner = this.temporary();
		return `((${owner} = ${this.helper('reachable', object)}) === null ? null : ${rest(owner)})`;
	}

	protected methodCall(
		node: acorn.CallExpression,
		method: acorn.MemberExpression,
		object: string,
		rest: Pass
	): string {
		const simple = /^[\w$]+$/.test(object);
		const owner = simple ? object : this.temporary();
		const receiver = simple ? object : `${owner} = ${object}`;
		const callee = this.member(method, owner);
		if (!node.optional) return rest(at(node) + this.helper('invokeOn', receiver, callee, ...this.arguments(node)));
		const called = this.temporary();
		const call = rest(this.helper('invokeOn', owner, called, ...this.arguments(node)));
		return `(${simple ? '' : `${receiver}, `}(${called} = ${this.helper('callable', callee)}) === null ? null : ${call})`;
	}

	/** A function of the library is called as it is: it takes anything and gives no `undefined`. */
	protected call(callee: acorn.AnyNode, code: string, node: acorn.CallExpression): string {
		const direct = callee.type === 'Identifier' && code.startsWith('$g_');
		if (direct) return `${at(node)}${code}(${this.arguments(node).join(', ')})`;
		return at(node) + this.helper('invoke', code, ...this.arguments(node));
	}

	protected arguments(node: acorn.CallExpression): string[] {
		const last = node.arguments.at(-1);
		if (last && this.script.hasTrailingComma(last.end, node.end)) this.refuse(node, 'Expecting expression');
		if (node.arguments.some(argument => argument.type === 'FunctionExpression' && hasOwnThis(argument.body))) {
			throw new UnsupportedError('this in a callback, which is that of whoever calls back', this.place(node));
		}
		return node.arguments.map(argument => this.item(argument));
	}

	/** A property by name gets an accessor of its own, so that V8 learns what it is used on. */
	protected member(node: acorn.MemberExpression, object: string): string {
		const { property, computed } = node;
		if (computed || property.type !== 'Identifier' || INHERITED.has(property.name)) {
			return this.helper('element', object, this.key(node));
		}
		const { name } = property;
		this.helper('absent');
		this.helper('isArray');
		this.prologue.set(
			`$p_${name}`,
			`$o => { let $v; return typeof $o === 'object' && $o !== null && !$isArray($o) && ($v = $o.${name}) !== undefined ? $v : $absent($o); }`
		);
		return `${at(property)}$p_${name}(${object})`;
	}

	protected key({ property, computed }: acorn.MemberExpression): string {
		if (computed) return this.expression(property);
		return property.type === 'Identifier' ? JSON.stringify(property.name) : this.refuse(property);
	}

	protected item(node: acorn.AnyNode): string {
		if (node.type !== 'SpreadElement') return this.expression(node);
		return `...${this.helper('spread', this.expression(node.argument))}`;
	}
}

function unwrapped(node: acorn.AnyNode): acorn.AnyNode {
	return node.type === 'ParenthesizedExpression' ? unwrapped(node.expression) : node;
}
