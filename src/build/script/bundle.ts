import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TraceMap } from '@jridgewell/trace-mapping';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { BuildError } from '../finding';

/** TypeScript modules joined to one text without types; where each piece came from is in the map. */
export interface Bundle {
	text: string;
	map: TraceMap;
	/** The sources that went in, relative to the root, with their texts. */
	sources: Map<string, string>;
}

/** Joins `entry` and what it imports. `inject` names files whose exports stand in for globals. */
export async function bundle(
	root: string,
	entry: string,
	options: Pick<BuildOptions, 'external' | 'inject' | 'define'>
): Promise<Bundle> {
	const result = await build({
		...options,
		absWorkingDir: root,
		entryPoints: [entry],
		outfile: 'bundle.js',
		bundle: true,
		write: false,
		metafile: true,
		format: 'esm',
		target: 'esnext',
		// a text that nobody shows is left out
		pure: ['_'],
		platform: 'neutral',
		charset: 'utf8',
		legalComments: 'none',
		sourcemap: 'external',
		tsconfigRaw: '{}',
		logLevel: 'silent'
	}).catch((failure: { errors?: { text: string; location: { file: string; line: number } | null }[] }) => {
		if (!failure.errors) throw failure;
		throw new BuildError(
			failure.errors.map(({ text, location }) => ({
				file: location?.file ?? entry,
				line: location?.line ?? 1,
				rule: 'esbuild',
				message: text
			}))
		);
	});
	const output = (extension: string) => result.outputFiles.find(({ path }) => path.endsWith(extension))!.text;
	const sources = new Map<string, string>();
	for (const path of Object.keys(result.metafile.inputs))
		sources.set(path, readFileSync(resolve(root, path), 'utf8'));
	return { text: output('.js'), map: new TraceMap(output('.map')), sources };
}
