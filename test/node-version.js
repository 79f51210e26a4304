/*
 * Whether this node can run what is here. Plain JavaScript that even an old one understands.
 */
import { readFileSync } from 'node:fs';

/**
 * Whether a version is in a range such as `^20.19.0 || >=22.12.0`; other forms are in no package.json here.
 * @param {string} version @param {string} range
 */
export function fits(version, range) {
	const numbers = (/** @type {string} */ text) => text.split('.').map(Number);
	const [major, minor, patch] = numbers(version);
	return range.split('||').some(part => {
		const [, sign, rest] = /^\s*(\^|>=)?\s*([\d.]+)\s*$/.exec(part) ?? [];
		if (!rest) throw new Error(`engines: ${part}`);
		const [fromMajor, fromMinor = 0, fromPatch = 0] = numbers(rest);
		const later = major - fromMajor || minor - fromMinor || patch - fromPatch;
		return later >= 0 && (sign === '>=' || major === fromMajor);
	});
}

/** Ends the process, with one line, where node is too old. */
export function checkNode() {
	const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
	if (fits(process.versions.node, engines.node)) return;
	console.error(`This is node ${process.versions.node}; it takes ${engines.node}.`);
	process.exit(1);
}
