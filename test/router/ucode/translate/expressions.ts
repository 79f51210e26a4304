import type * as acorn from 'acorn';
import { UcodeError, UnsupportedError } from '../errors';
import { numberLiteral, textLiteral } from './literals';
import { Regexp } from '../regexp';
import { Chains, type Pass } from './chains';
import { BINARY } from './operators';

export type FunctionNode = acorn.FunctionDeclaration | acorn.FunctionExpression | acorn.ArrowFunctionExpression;

export abstract class Expressions extends Chains {
	protected abstract functionExpression(node: FunctionNode): string;

	protected expressions(nodes: readonly acorn.AnyNode[]): string {
		return nodes.map(node => this.expression(node)).join(', ');
	}

	protected expression(node: acorn.AnyNode): string {
		switch (node.type) {
			case 'Literal':
				return this.literal(node);
			case 'TemplateLiteral':
				return this.template(node);
			case 'Identifier':
				return this.name(node);
			case 'ThisExpression':
				return this.followsCaller ? '$this' : '(this ?? null)';
			case 'ParenthesizedExpression':
				return `(${this.expression(node.expression)})`;
			case 'SequenceExpression':
				return `(${this.expressions(node.expressions)})`;
			case 'ConditionalExpression':
				return `(${this.expression(node.test)} ? ${this.expression(node.consequent)} : ${this.expression(node.alternate)})`;
			case 'LogicalExpression':
				return `(${this.expression(node.left)} ${node.operator} ${this.expression(node.right)})`;
			case 'BinaryExpression':
				return this.binary(node);
			case 'UnaryExpression':
				return this.unary(node);
			case 'AssignmentExpression':
				return this.assignment(node);
			case 'UpdateExpression':
				return this.update(node);
			case 'ChainExpression':
				return this.chain(node.expression, code => code);
			case 'MemberExpression':
			case 'CallExpression':
				return this.chain(node, code => code);
			case 'ArrayExpression':
				return `[${node.elements.map(element => (element ? this.item(element) : this.refuse(node))).join(', ')}]`;
			case 'ObjectExpression':
				return `({ ${node.properties.map(property => this.property(property)).join(', ')} })`;
			case 'FunctionExpression':
			case 'ArrowFunctionExpression':
				return this.functionExpression(node);
			default:
				return this.refuse(node);
		}
	}

	protected literal(node: acorn.Literal): string {
		if (node.regex) return this.regexp(node, node.regex);
		if (typeof node.value === 'string') return textLiteral(node.raw ?? '', node.value, this.place(node));
		if (node.value === null || typeof node.value === 'boolean') return String(node.value);
		return numberLiteral(node.raw ?? '', node.value, this.place(node));
	}

	protected regexp(node: acorn.Literal, { pattern, flags }: { pattern: string; flags: string }): string {
		if (!/^[gis]*$/.test(flags)) this.refuse(node);
		this.tryRegexp(node, pattern, flags);
		const name = `$regexp${this.prologue.size}`;
		this.prologue.set(name, `$rt.regexp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)})`);
		return name;
	}

	protected tryRegexp(node: acorn.Literal, pattern: string, flags: string): Regexp {
		try {
			return new Regexp(pattern, flags);
		} catch (error) {
			if (error instanceof UnsupportedError) throw error.at(this.place(node));
			throw error instanceof UcodeError ? new UcodeError(error.kind, error.text, this.place(node)) : error;
		}
	}

	protected template(node: acorn.TemplateLiteral): string {
		const parts = node.quasis.flatMap((quasi, index) => {
			const { raw, cooked } = quasi.value;
			const text = textLiteral(raw, cooked ?? '', this.place(quasi));
			const value = node.expressions[index];
			return value ? [text, this.helper('toText', this.expression(value))] : [text];
		});
		return `(${parts.join(' + ')})`;
	}

	protected property(node: acorn.Property | acorn.SpreadElement): string {
		if (node.type === 'SpreadElement') return `...${this.helper('spreadObject', this.expression(node.argument))}`;
		if (node.kind !== 'init') return this.refuse(node);
		return `${this.propertyName(node)}: ${this.expression(node.value)}`;
	}

	protected propertyName({ key, computed }: acorn.Property): string {
		if (computed) return `[${this.helper('literalKey', this.expression(key))}]`;
		const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : null;
		if (typeof name !== 'string') return this.refuse(key, 'Expecting label');
		return name === '__proto__' ? '["__proto__"]' : JSON.stringify(name);
	}

	protected binary(node: acorn.BinaryExpression): string {
		const { left, operator, right } = node;
		// ucode reads a ** b ** c from the left
		if (operator === '**' && right.type === 'BinaryExpression' && right.operator === '**') {
			throw new UnsupportedError('a ** b ** c without parentheses', this.place(node));
		}
		const operands = [this.expression(left), this.expression(right)] as const;
		if (operator === '===' || operator === '!==') return `(${operands.join(` ${operator} `)})`;
		const helper = BINARY[operator];
		return helper ? this.helper(helper, ...operands) : this.refuse(node);
	}

	protected unary(node: acorn.UnaryExpression): string {
		const { operator, argument } = node;
		if (operator === 'delete') return this.deletion(argument);
		const value = () => this.expression(argument);
		if (operator === '!') return `(!${value()})`;
		if (operator === '-') return this.helper('negate', value());
		if (operator === '+') return this.helper('toNumber', value());
		if (operator === '~') throw new UnsupportedError('~, which gives an unsigned 64 bit integer', this.place(node));
		return this.refuse(node);
	}

	protected deletion(node: acorn.AnyNode): string {
		if (node.type !== 'MemberExpression') return this.refuse(node, 'expecting a property access expression');
		return this.helper('remove', this.expression(node.object), this.key(node));
	}

	protected assignment(node: acorn.AssignmentExpression): string {
		const { left, operator } = node;
		const change = (current: string, write: Pass): string => {
			const value = this.expression(node.right);
			if (operator === '=') return write(value);
			const operation = operator.slice(0, -1);
			if (['??', '||', '&&'].includes(operation)) return `(${current} ${operation} ${write(value)})`;
			const helper = BINARY[operation];
			return helper ? write(this.helper(helper, current, value)) : this.refuse(node);
		};
		return this.change(left, 'assignment to', operator === '=', change);
	}

	/** `++` and `--`; the value before them is the number, whatever was there. */
	protected update(node: acorn.UpdateExpression): string {
		const helper = node.operator === '++' ? 'increment' : 'decrement';
		return this.change(node.argument, 'increment/decrement of', false, (current, write) => {
			if (node.prefix) return write(this.helper(helper, current));
			const before = this.temporary();
			return `(${before} = ${this.helper('toNumber', current)}, ${write(this.helper(helper, before))}, ${before})`;
		});
	}
}
