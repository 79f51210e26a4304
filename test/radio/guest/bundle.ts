import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { CACHE } from './packages';

/** The repository, here and as the guest sees it. */
export const REPOSITORY = resolve(import.meta.dirname, '../../..');
export const SHARED = '/repo';

const PROGRAM = join(CACHE, 'program.mjs');

/** A source finds the repository's files by its own place, which is lost when all become one file. */
const places: Plugin = {
	name: 'places',
	setup: ({ onLoad }) =>
		onLoad({ filter: /\.ts$/ }, ({ path }) => {
			const place = JSON.stringify(join(SHARED, relative(REPOSITORY, dirname(path))));
			return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', place), loader: 'ts' };
		})
};

/** Makes one file of the program for the guest: reading two hundred takes an emulated machine too long. Answers its path there. */
export async function bundleProgram(): Promise<string> {
	await build({
		entryPoints: [join(import.meta.dirname, 'program.ts')],
		outfile: PROGRAM,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		logLevel: 'error',
		// For packages that are no modules.
		banner: {
			js: "import * as nodeModule from 'node:module'; const require = nodeModule.createRequire(import.meta.url);"
		},
		plugins: [places]
	});
	return join(SHARED, relative(REPOSITORY, PROGRAM));
}
