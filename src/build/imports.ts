import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Finding } from './finding';

/** The rooms of the house: which may be imported from where, as path beginnings. */
const ALLOWED: Record<string, string[]> = {
	'src/contract': [],
	'src/core': ['src/contract'],
	'src/router': ['src/contract'],
	'src/service': ['src/contract', 'src/core', 'src/router'],
	'src/house': [
		'src/contract',
		...['bus', 'journal', 'random', 'statefile', 'time'].map(neighbour => `src/router/${neighbour}.ts`)
	],
	'src/view': ['src/contract'],
	'src/manifest': ['src/contract'],
	'src/build': ['src/manifest', 'src/contract'],
	test: ['src']
};

const within = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** Imports of one room from another that the house does not have. */
export function checkImports(root: string, allowed = ALLOWED): Finding[] {
	const findings: Finding[] = [];
	for (const [room, places] of Object.entries(allowed)) {
		if (!existsSync(join(root, room))) continue;
		for (const name of readdirSync(join(root, room), { recursive: true }).map(String)) {
			if (!name.endsWith('.ts')) continue;
			const file = join(room, name);
			const text = readFileSync(join(root, file), 'utf8');
			for (const { 1: specifier, index } of text.matchAll(
				/^(?:import|export)\b(?:[^'"`;]*\bfrom)?\s*['"](\.[^'"]+)['"]/gm
			)) {
				let target = relative(root, resolve(root, dirname(file), specifier!));
				if (existsSync(join(root, `${target}.ts`))) target += '.ts';
				if ([room, ...places].some(place => within(target, place))) continue;
				const line = text.slice(0, index).split('\n').length;
				findings.push({ file, line, rule: 'imports', message: `${room} may not import ${target}` });
			}
		}
	}
	return findings;
}
