import type { Draft } from '../../script/draft';

/** ucode has a function `require`: esbuild would take it for CommonJS, so it travels under this name. */
export const REQUIRE = '__ucode_require';

export function restoreRequire({ names, edits }: Draft): void {
	for (const { identifier, variable } of names.references)
		if (!variable && identifier.name === REQUIRE) edits.replace(identifier.start, identifier.end, 'require');
}
