/*
 * node --import ./test/mutation/hook.js …    MUTANT_FILE is loaded from MUTANT_TEXT: for tests of src/core, which run the sources
 */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

/** @param {string} url @param {object} context @param {Function} next */
export async function load(url, context, next) {
	if (!url.startsWith(pathToFileURL(process.env.MUTANT_FILE).href)) return await next(url, context);
	return { format: 'module', source: readFileSync(process.env.MUTANT_TEXT, 'utf8'), shortCircuit: true };
}

// this file is loaded once more, as the hook, in a thread where nobody may register another
if (!process.env.MUTANT_HOOKED) {
	process.env.MUTANT_HOOKED = '1';
	register(import.meta.url);
}
