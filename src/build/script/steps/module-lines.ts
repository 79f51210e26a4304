import type { Draft } from '../draft';

/** esbuild's comment that names the module which begins there. */
export const MODULE_LINE = /^\/\/ (src\/\S+\.ts)\n/gm;

/** Keeps the line that names a joined module where the module still says something. */
export function dropEmptyModules({ text, program, edits }: Draft): void {
	const lines = [...text.matchAll(MODULE_LINE)];
	let former: string | null = null;
	for (const [index, line] of lines.entries()) {
		const end = lines[index + 1]?.index ?? text.length;
		const stays = program.body.some(
			({ type, start }) =>
				start > line.index && start < end && type !== 'ImportDeclaration' && type !== 'ExportNamedDeclaration'
		);
		if (!stays || former === line[1]) edits.remove(line.index, line.index + line[0].length);
		else edits.insert(line.index, '\n');
		if (stays) former = line[1]!;
	}
}
