/*
 * npm run build               writes every compiled file
 * npm run build -- --check    says which of them are stale
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findLeftovers, findStale, OUTPUTS, ROOT, writeOutput } from './outputs';
import { BuildError } from './finding';

const check = process.argv.includes('--check');

for (const path of Object.keys(OUTPUTS)) {
	try {
		if (!check) await writeOutput(path);
		const stale = check && (await findStale(path));
		if (stale) process.exitCode = 1;
		console.log(stale ? `stale: ${path} (npm run build)` : path);
	} catch (failure) {
		process.exitCode = 1;
		console.error(`FAILED: ${path}`);
		console.error(failure instanceof BuildError ? failure.message : failure);
	}
}

for (const path of findLeftovers()) {
	if (check) process.exitCode = 1;
	else rmSync(join(ROOT, path));
	console.log(check ? `left over: ${path} (npm run build)` : `removed: ${path}`);
}
