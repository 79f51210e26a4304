import { MAIN } from '../errors';
import { parseScript } from './syntax';
import { atTheirLines } from './lines';
import { Statements } from './statements';

/** A script as JavaScript: an expression that gives a function of the runtime (see Start in ../index.ts). */
export function translate(source: string, file: string, library: ReadonlySet<string>): string {
	return new Translator(parseScript(source, file), file, library).translation();
}

class Translator extends Statements {
	translation(): string {
		const body = this.body(this.script.program.body);
		const prologue = [...this.prologue].map(([name, value]) => `const ${name} = ${value};`).join(' ');
		const caller = this.followsCaller ? 'let $this = null; ' : '';
		return atTheirLines(
			`(($rt, $env, $modules) => { 'use strict'; ${prologue} ${caller}return function ${MAIN}() { ${body} }; })`
		);
	}
}
