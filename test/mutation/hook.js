/*
 * node --import tsx --import ./test/mutation/hook.js …   MUTANT_FILE reads as MUTANT_TEXT: for tests of src/core, which run the sources
 */
import fs from 'node:fs';

const { MUTANT_FILE, MUTANT_TEXT } = process.env;
const { readFileSync } = fs;

/** @param {Parameters<typeof readFileSync>} args */
fs.readFileSync = (...[path, options]) =>
	readFileSync(path === MUTANT_FILE && MUTANT_TEXT ? MUTANT_TEXT : path, options);
