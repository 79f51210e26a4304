/*
 * npm run check               everything that can be said without running the program
 * npm run check -- lint …     the named steps only
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkCatalogues } from './catalogue/check';
import { checkImports } from './imports';
import { findLeftovers, findStale, OUTPUTS, ROOT } from './outputs';
import { BuildError, showFinding } from './finding';
import { checkSizes } from './sizes';

const run = promisify(execFile);

/** What a tool of node_modules has to say, or null when it is content. */
async function tool(name: string, ...args: string[]): Promise<string | null> {
	try {
		await run(join(ROOT, 'node_modules/.bin', name), args, { cwd: ROOT, maxBuffer: 1 << 26 });
		return null;
	} catch (failure) {
		const { stdout, stderr } = failure as { stdout?: string; stderr?: string };
		return `${stdout ?? ''}${stderr ?? ''}`.trim() || String(failure);
	}
}

async function types(project: string): Promise<string | null> {
	return existsSync(join(ROOT, project, 'tsconfig.json')) ? await tool('tsc', '-p', project) : null;
}

/** Builds everything once: rules of the dialect and of the view. */
const dialect = Promise.allSettled(Object.values(OUTPUTS).map(async make => await make()));

async function checkDialect(): Promise<string | null> {
	const reasons = (await dialect).flatMap(result => (result.status === 'rejected' ? [result.reason] : []));
	const texts = reasons.map(reason => (reason instanceof BuildError ? reason.message : String(reason)));
	return texts.length > 0 ? texts.join('\n') : null;
}

async function checkStale(): Promise<string | null> {
	const paths = Object.keys(OUTPUTS);
	const stale = await Promise.all(paths.map(path => findStale(path).catch(() => true)));
	const found = [...paths.filter((_path, index) => stale[index]), ...findLeftovers()];
	return found.length > 0 ? `${found.join('\n')}\nnpm run build` : null;
}

const STEPS: Record<string, () => string | null | Promise<string | null>> = {
	'types of build and test': () => types('.'),
	'types of the handler': () => types('src/service'),
	'types of the house': () => types('src/house'),
	'types of the view': () => types('src/view'),
	'types of the core tests': () => types('test/unit/core'),
	lint: () => tool('oxlint', '--deny-warnings'),
	formatting: () => tool('prettier', '--check', '--log-level', 'warn', '.'),
	imports: () => checkImports(ROOT).map(showFinding).join('\n') || null,
	dialect: checkDialect,
	'compiled files': checkStale,
	sizes: checkSizes,
	catalogues: checkCatalogues
};

const wanted = process.argv.slice(2);
const steps = Object.entries(STEPS).filter(([name]) => wanted.length === 0 || wanted.some(part => name.includes(part)));
const results = await Promise.all(
	steps.map(async ([name, step]) => {
		try {
			return [name, await step()] as const;
		} catch (failure) {
			return [name, String(failure)] as const;
		}
	})
);
for (const [name, complaint] of results)
	console.log(complaint === null ? `${name}: ok` : `${name}: FAILED\n${complaint}\n`);
if (results.some(([, complaint]) => complaint !== null)) process.exitCode = 1;
