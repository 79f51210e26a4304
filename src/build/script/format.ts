import { format } from 'prettier';

/** Formats emitted code the way LuCI's own files are written, in lines of so many columns. */
export async function formatCode(text: string, width: number): Promise<string> {
	return await format(text, {
		parser: 'acorn',
		useTabs: true,
		singleQuote: true,
		printWidth: width,
		trailingComma: 'none',
		arrowParens: 'avoid'
	});
}
