/** fnmatch(3) without flags, as rpcd uses it for access rules (rpcd session.c): a star matches slashes and dots too. */
export function fnmatch(pattern: string, text: string): boolean {
	return translate(pattern).test(text);
}

/** glob(3): a star stays within one folder and does not match a leading dot. */
export function inGlob(pattern: string, path: string): boolean {
	// Most paths differ before the first wildcard.
	if (!path.startsWith(pattern.slice(0, pattern.search(/[*?[]|$/)))) return false;
	const parts = pattern.split('/');
	const names = path.split('/');
	return (
		parts.length === names.length &&
		parts.every((part, index) => {
			const name = names[index] ?? '';
			return translate(part).test(name) && (part.startsWith('.') || !name.startsWith('.') || part === name);
		})
	);
}

const translated = new Map<string, RegExp>();

function translate(pattern: string): RegExp {
	const known = translated.get(pattern);
	if (known) return known;
	const source = pattern.replace(/\[!?[^\]]+\]|[*?]|[.+^${}()|[\]\\]/g, part => {
		if (part === '*') return '[^]*';
		if (part === '?') return '[^]';
		if (part.length > 1) return part.replace('[!', '[^').replaceAll('\\', '\\\\');
		return `\\${part}`;
	});
	const result = new RegExp(`^${source}$`);
	translated.set(pattern, result);
	return result;
}
