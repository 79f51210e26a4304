import { format } from 'prettier';

/** Formats emitted code the way LuCI's own files are written. */
export async function formatCode(text: string): Promise<string> {
	return await format(text, {
		parser: 'acorn',
		useTabs: true,
		singleQuote: true,
		printWidth: 110,
		trailingComma: 'none',
		arrowParens: 'avoid'
	});
}
