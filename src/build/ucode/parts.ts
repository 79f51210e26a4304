import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { BuildError } from '../finding';
import { bundle } from '../script/bundle';
import type { Bundle } from '../script/bundle';
import type { Variation } from '../script/emit';
import { parse } from '../syntax/walk';
import { ENTRY, MODULE, OPTIONS } from './options';

/*
 * What most routers never need does not stay in rpcd's memory: every source in FOLDER becomes a file of its own, with all
 * that only it uses, and is loaded when one of its functions is called for the first time. The sources import it like any
 * other module. In the resident file a stub stands in its place:
 *
 *	let devicesPart;
 *
 *	function loadDevices() {
 *		devicesPart ??= require('luci.wps.devices')(resident);
 *		return devicesPart;
 *	}
 *
 *	function removeDevice(...args) {
 *		return loadDevices().removeDevice(...args);
 *	}
 *
 * The part's file is a function that gets what it shares with the resident file, and answers what it exports. So nothing
 * is there twice, and what the resident file remembers the parts remember too. `resident` has it all by its name, stubs of
 * other parts as well: it is there before everything else and filled before the entry begins, so that parts may need each
 * other (ucode does not hoist).
 *
 * All other parts stand on BASE: it is loaded before them and adds what it exports to `resident`. Only what the resident
 * file itself calls of it has a stub there.
 */

const FOLDER = 'src/service/parts';

/** The part on which the others stand. */
const BASE = 'look';

/** Modules that are made here: what parts are given, and what fills it. */
const COMMON = `${FOLDER}/resident.ts`;
const FILLING = `${FOLDER}/given.ts`;

/** How a part's imports from the resident file travel through esbuild. */
export const RESIDENT = 'resident:';

const sourceOf = (part: string) => `${FOLDER}/${part}.ts`;
const isPart = (source: string) => dirname(source) === FOLDER;

/** Where the compiled part lies. */
export const outputOf = (part: string) => `root/usr/share/ucode/luci/wps/${part}.uc`;

/** The names of all parts. */
export function listParts(root: string): string[] {
	const folder = join(root, FOLDER);
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder).filter(name => name.endsWith('.ts'));
	return names.map(name => name.slice(0, -'.ts'.length)).toSorted();
}

/** Which sources are in the resident file: what it reaches without its parts, and what two parts share. */
async function findResidents(root: string, { entry = ENTRY, instead }: Variation): Promise<Set<string>> {
	const reach = async (source: string) => {
		const outside = (other: string) => (isPart(other) && other !== source ? `${RESIDENT}${other}` : null);
		return [...(await bundle(root, source, { ...OPTIONS, ...(instead && { instead }), outside })).sources.keys()];
	};
	const residents = new Set(await reach(entry));
	const inParts = new Set<string>();
	for (const source of (await Promise.all(listParts(root).map(sourceOf).map(reach))).flat()) {
		if (inParts.has(source)) residents.add(source);
		inParts.add(source);
	}
	return residents;
}

/** What of BASE the resident sources call. */
async function calledOf(root: string, residents: Set<string>, { instead }: Variation): Promise<Set<string>> {
	const called = new Set<string>();
	for (const source of residents) {
		const options = {
			...OPTIONS,
			inject: [],
			...(instead && { instead }),
			outside: (other: string) => RESIDENT + other
		};
		for (const node of parse((await bundle(root, source, options)).text).body) {
			if (node.type !== 'ImportDeclaration' || node.source.value !== RESIDENT + sourceOf(BASE)) continue;
			for (const specifier of node.specifiers)
				if ('imported' in specifier && specifier.imported.type === 'Identifier')
					called.add(specifier.imported.name);
		}
	}
	return called;
}

/** A part, joined; all that is resident, and the other parts, are imports from outside. */
interface Part {
	name: string;
	bundle: Bundle;
	/** What it takes from the resident file: names by source. */
	shared: Map<string, string[]>;
	/** What it exports. */
	functions: string[];
}

async function joinPart(root: string, name: string, residents: Set<string>, { instead }: Variation): Promise<Part> {
	const refuse = (rule: string, message: string): never => {
		throw new BuildError([{ file: sourceOf(name), line: 1, rule, message }]);
	};
	if (!/^[a-z]\w*$/.test(name)) refuse('part-name', 'ucode finds modules whose names are letters, digits and _ only');
	const outside = (source: string) => (isPart(source) || residents.has(source) ? RESIDENT + source : null);
	const joined = await bundle(root, sourceOf(name), { ...OPTIONS, ...(instead && { instead }), outside });

	const { body } = parse(joined.text);
	const shared = new Map<string, string[]>();
	for (const node of body) {
		if (node.type !== 'ImportDeclaration' || !String(node.source.value).startsWith(RESIDENT)) continue;
		const source = String(node.source.value).slice(RESIDENT.length);
		const names = node.specifiers.map(specifier =>
			specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
				? specifier.imported.name
				: refuse('part-import', `import of ${source}: name what is needed`)
		);
		// an import for each module that has one
		shared.set(source, [...(shared.get(source) ?? []), ...names]);
	}
	const last = body.at(-1);
	const specifiers = last?.type === 'ExportNamedDeclaration' ? last.specifiers : [];
	const functions = specifiers.map(({ exported }) => (exported.type === 'Identifier' ? exported.name : 'default'));
	if (functions.length === 0 || functions.includes('default'))
		refuse('part-export', 'a part exports functions by name');
	return { name, bundle: joined, shared, functions };
}

export async function bundlePart(root: string, name: string, variation: Variation): Promise<Bundle> {
	return (await joinPart(root, name, await findResidents(root, variation), variation)).bundle;
}

/** How a module in FOLDER names another one. */
function pathTo(source: string): string {
	const path = posix.relative(FOLDER, source.replace(/\.ts$/, ''));
	return path.startsWith('.') ? path : `./${path}`;
}

/** What stands in the resident file in place of a part; `onBase`: there is one on which it stands. */
function stubOf({ name, functions }: Part, called: Set<string>, onBase: boolean): string {
	const nameOfLoader = (part: string) => `load${part[0]!.toUpperCase()}${part.slice(1)}`;
	const [variable, load] = [`${name}Part`, nameOfLoader(name)];
	const open = `${variable} ??= require('${MODULE}${name}')(resident);`;
	const body = {
		none: `\t${open}`,
		base: `\tif (${variable}) return ${variable};\n\n\t${open.replace('??=', '=')}\n\tfor (const name of keys(${variable})) resident[name] = ${variable}[name];`,
		other: `\t${nameOfLoader(BASE)}();\n\t${open}`
	}[name === BASE ? 'base' : onBase ? 'other' : 'none'];
	const stubs = name === BASE ? functions.filter(one => called.has(one)) : functions;
	return `import { resident } from '${pathTo(COMMON)}';
${name !== BASE && onBase ? `import { ${nameOfLoader(BASE)} } from '${pathTo(sourceOf(BASE))}';\n` : ''}
// in a file of its own, loaded when it is needed
let ${variable};

${name === BASE ? 'export ' : ''}function ${load}() {
${body}
	return ${variable};
}
${stubs.map(one => `\nexport function ${one}(...args) {\n\treturn ${load}().${one}(...args);\n}\n`).join('')}`;
}

/** Gives the parts all that any of them takes. */
function fillingFor(parts: Part[], called: Set<string>): string {
	const shared = new Map<string, string[]>();
	for (const part of parts)
		for (const [source, names] of part.shared) {
			const there = source === sourceOf(BASE) ? names.filter(name => called.has(name)) : names;
			if (there.length > 0) shared.set(source, [...(shared.get(source) ?? []), ...there]);
		}
	const lines = [...shared].map(([source, names]) => [source, [...new Set(names)].toSorted()] as const).toSorted();
	return [
		`import { resident } from '${pathTo(COMMON)}';`,
		...lines.map(([source, names]) => `import { ${names.join(', ')} } from '${pathTo(source)}';`),
		'// what the parts take from here',
		...lines.flatMap(([, names]) => names.map(name => `resident.${name} = ${name};`)),
		''
	].join('\n');
}

/** What the resident file has in place of its parts, by source. */
export async function makeStubs(root: string, variation: Variation): Promise<Map<string, string>> {
	const residents = await findResidents(root, variation);
	const parts = await Promise.all(listParts(root).map(name => joinPart(root, name, residents, variation)));
	if (parts.length === 0) return new Map();
	const onBase = parts.some(({ name }) => name === BASE);
	const called = await calledOf(root, residents, variation);

	const { entry = ENTRY, instead } = variation;
	const filling = posix.relative(dirname(entry), FILLING.replace(/\.ts$/, ''));
	const text = instead?.get(entry) ?? readFileSync(join(root, entry), 'utf8');
	return new Map([
		...parts.map(part => [sourceOf(part.name), stubOf(part, called, onBase)] as const),
		[COMMON, 'export const resident = {};\n'],
		[FILLING, fillingFor(parts, called)],
		// behind all other imports, before the rest
		[entry, `${text}\nimport './${filling}';\n`]
	]);
}

/** All names by which the resident file and its parts know what they share. */
export async function listShared(root: string): Promise<string[]> {
	const residents = await findResidents(root, {});
	const parts = await Promise.all(listParts(root).map(name => joinPart(root, name, residents, {})));
	return [...new Set(parts.flatMap(({ shared, functions }) => [...[...shared.values()].flat(), ...functions]))];
}
