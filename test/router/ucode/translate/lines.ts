import type { Node } from 'acorn';

const LINE = /\0(\d+)\0/g;

/** A mark that what follows belongs to the line of the node. */
export function at(node: Node): string {
	return `\0${node.loc?.start.line ?? 0}\0`;
}

/** Puts marked code on the lines of the script, so that a stack of V8 tells lines of the script. */
export function atTheirLines(code: string): string {
	let line = 1;
	return code.replace(LINE, (_, wanted: string) => {
		const missing = Math.max(0, Number(wanted) - line);
		line += missing;
		return '\n'.repeat(missing);
	});
}
