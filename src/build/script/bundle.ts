import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { TraceMap } from '@jridgewell/trace-mapping';
import { build } from 'esbuild';
import type { BuildOptions, Plugin } from 'esbuild';
import { BuildError } from '../finding';

/** TypeScript modules joined to one text without types; where each piece came from is in the map. */
export interface Bundle {
	text: string;
	map: TraceMap;
	/** The sources that went in, relative to the root, with their texts. */
	sources: Map<string, string>;
}

export interface BundleOptions extends Pick<BuildOptions, 'external' | 'define'> {
	/** Files whose exports stand in for globals. */
	inject?: string[];
	/** Sources, relative to the root, in whose place another text is taken. */
	instead?: ReadonlyMap<string, string>;
	/** Says which sources stay outside: they are imported by the name that is answered here. */
	outside?(source: string): string | null;
}

/** The modules of the sources are handled here, everything else as esbuild would. */
function sourcesPlugin(root: string, { instead, outside }: BundleOptions): Plugin {
	return {
		name: 'sources',
		setup({ onResolve, onLoad }) {
			onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
				if (kind !== 'import-statement') return null;
				const source = `${relative(root, resolve(resolveDir, path))}.ts`;
				const name = outside?.(source);
				if (name) return { path: name, external: true };
				// it need not lie on disk
				return instead?.has(source) ? { path: resolve(root, source) } : null;
			});
			onLoad({ filter: /\.ts$/ }, ({ path }) => {
				const contents = instead?.get(relative(root, path));
				return contents === undefined ? null : { contents, loader: 'ts' };
			});
		}
	};
}

/** Joins `entry` and what it imports. */
export async function bundle(root: string, entry: string, options: BundleOptions): Promise<Bundle> {
	const { external, define, inject, instead } = options;
	const result = await build({
		...(external && { external }),
		...(define && { define }),
		...(inject && { inject }),
		plugins: [sourcesPlugin(root, options)],
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
		sources.set(path, instead?.get(path) ?? readFileSync(resolve(root, path), 'utf8'));
	return { text: output('.js'), map: new TraceMap(output('.map')), sources };
}
