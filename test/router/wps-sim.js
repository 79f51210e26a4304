#!/usr/bin/env node
/* Starts the command line of the simulator: TypeScript, hence through tsx. */
import { checkNode } from '../node-version.js';

checkNode();
const tsx = await import('tsx/esm/api').catch(() => null);
if (tsx) {
	tsx.register();
	await import('./cli/index.ts');
} else {
	console.error('The simulator needs what `npm install` brings; `npm start` does that, too.');
	process.exitCode = 1;
}
