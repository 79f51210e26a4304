import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { BuildError } from '../finding';
import { parse } from '../syntax/walk';
import { bundle } from './bundle';
import type { Bundle, BundleOptions } from './bundle';
import type { Imported } from './draft';
import type { Variation } from './emit';

/*
 * What is rarely needed need not be loaded with the rest: every source in a folder of its own becomes a file of its own,
 * with all that only it uses, and is loaded when one of its functions is called for the first time. The sources import it
 * like any other module. In the resident file a stub stands in its place:
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
 * Where there is a base all other parts stand on it: it is loaded before them and adds what it exports to `resident`. Only
 * what the resident file itself calls of it has a stub there.
 */

/** A resident file and its parts. */
export interface Family {
	/** The source with which the resident file begins. */
	entry: string;
	/** Each source in it is a part. */
	folder: string;
	/** The part on which the others stand. */
	base?: string;
	/** How their modules are joined. */
	options: BundleOptions;
	/** Whether a part is waited for: then all that it exports answers later. */
	later: boolean;
	/** What the name of a part may be, and why. */
	names: RegExp;
	whyNames: string;
	/** Where the compiled part lies. */
	outputOf(part: string): string;
	/** What loads a part and gives it `resident`, as code. */
	open(part: string): string;
	/** What `open` needs: lines of import. */
	openWith?: string;
}

/** What the resident file gives its parts is in an object of this name. */
export const SHARED = 'resident';

/** How a part's imports from the resident file travel through esbuild. */
export const RESIDENT = 'resident:';

/** Modules that are made here: what parts are given, and what fills it. */
const commonOf = ({ folder }: Family) => `${folder}/resident.ts`;
const fillingOf = ({ folder }: Family) => `${folder}/given.ts`;

const isPart = ({ folder }: Family, source: string) => dirname(source) === folder;

/** The source of a part. */
export const sourceOf = ({ folder }: Family, part: string): string => `${folder}/${part}.ts`;

/** The names of all parts. */
export function listParts(family: Family, root: string): string[] {
	const folder = join(root, family.folder);
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder).filter(name => name.endsWith('.ts'));
	return names.map(name => name.slice(0, -'.ts'.length)).toSorted();
}

/** Which sources are in the resident file: what it reaches without its parts, and what two parts share. */
async function findResidents(
	family: Family,
	root: string,
	{ entry = family.entry, instead }: Variation
): Promise<Set<string>> {
	const reach = async (source: string) => {
		const outside = (other: string) => (isPart(family, other) && other !== source ? `${RESIDENT}${other}` : null);
		return [
			...(await bundle(root, source, { ...family.options, ...(instead && { instead }), outside })).sources.keys()
		];
	};
	const residents = new Set(await reach(entry));
	const inParts = new Set<string>();
	for (const source of (
		await Promise.all(listParts(family, root).map(part => reach(sourceOf(family, part))))
	).flat()) {
		if (inParts.has(source)) residents.add(source);
		inParts.add(source);
	}
	return residents;
}

/** What of the base the resident sources call. */
async function calledOf(
	family: Family,
	root: string,
	residents: Set<string>,
	{ instead }: Variation
): Promise<Set<string>> {
	const called = new Set<string>();
	if (!family.base) return called;
	for (const source of residents) {
		const options = {
			...family.options,
			inject: [],
			...(instead && { instead }),
			outside: (other: string) => RESIDENT + other
		};
		for (const node of parse((await bundle(root, source, options)).text).body) {
			if (node.type !== 'ImportDeclaration' || node.source.value !== RESIDENT + sourceOf(family, family.base))
				continue;
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

async function joinPart(
	family: Family,
	root: string,
	name: string,
	residents: Set<string>,
	{ instead }: Variation
): Promise<Part> {
	const itself = sourceOf(family, name);
	const refuse = (rule: string, message: string): never => {
		throw new BuildError([{ file: itself, line: 1, rule, message }]);
	};
	if (!family.names.test(name)) refuse('part-name', family.whyNames);
	const outside = (source: string) => (isPart(family, source) || residents.has(source) ? RESIDENT + source : null);
	const joined = await bundle(root, itself, { ...family.options, ...(instead && { instead }), outside });

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

/** A part with all that only it uses; what it shares is imported from `resident:SOURCE`. */
export async function bundlePart(family: Family, root: string, name: string, variation: Variation): Promise<Bundle> {
	return (await joinPart(family, root, name, await findResidents(family, root, variation), variation)).bundle;
}

/** How a module in that folder names another one. */
function pathTo(folder: string, source: string): string {
	const path = posix.relative(folder, source.replace(/\.ts$/, ''));
	return path.startsWith('.') ? path : `./${path}`;
}

/**
 * What stands in the resident file in place of a part.
 * @param called  what is called of the base
 * @param onBase  whether there is one on which it stands
 */
function stubOf(family: Family, { name, functions }: Part, called: Set<string>, onBase: boolean): string {
	const { folder, base, later } = family;
	const isBase = name === base;
	const upper = (part: string) => part[0]!.toUpperCase() + part.slice(1);
	const nameOfLoader = (part: string) => `load${upper(part)}`;
	const [variable, load, ask] = [`${name}Part`, nameOfLoader(name), `ask${upper(name)}`];
	const open = `${variable} ??= ${family.open(name)};`;
	const body = isBase
		? `\tif (${variable}) return ${variable};\n\n\t${open.replace('??=', '=')}\n\tfor (const name of keys(${variable})) ${SHARED}[name] = ${variable}[name];`
		: onBase
			? `\t${nameOfLoader(base!)}();\n\t${open}`
			: `\t${open}`;
	const stubs = isBase ? functions.filter(one => called.has(one)) : functions;
	const head = `import { ${SHARED} } from '${pathTo(folder, commonOf(family))}';
${!isBase && onBase ? `import { ${nameOfLoader(base!)} } from '${pathTo(folder, sourceOf(family, base!))}';\n` : ''}${family.openWith ?? ''}
// in a file of its own, loaded when it is needed
let ${variable};
`;
	if (later)
		return `${head}
async function ${ask}(name, args) {
	${open}
	return ${variable}?.[name](...args);
}

${stubs.map(one => `export const ${one} = (...args) => ${ask}('${one}', args);\n`).join('')}`;
	return `${head}
${isBase ? 'export ' : ''}function ${load}() {
${body}
	return ${variable};
}
${stubs.map(one => `\nexport function ${one}(...args) {\n\treturn ${load}().${one}(...args);\n}\n`).join('')}`;
}

/** Gives the parts all that any of them takes. */
function fillingFor(family: Family, parts: Part[], called: Set<string>): string {
	const shared = new Map<string, string[]>();
	for (const part of parts)
		for (const [source, names] of part.shared) {
			const there =
				source === sourceOf(family, family.base ?? '') ? names.filter(name => called.has(name)) : names;
			if (there.length > 0) shared.set(source, [...(shared.get(source) ?? []), ...there]);
		}
	const lines = [...shared].map(([source, names]) => [source, [...new Set(names)].toSorted()] as const).toSorted();
	const all = lines.flatMap(([, names]) => names);
	return [
		`import { ${SHARED} } from '${pathTo(family.folder, commonOf(family))}';`,
		...lines.map(([source, names]) => `import { ${names.join(', ')} } from '${pathTo(family.folder, source)}';`),
		'// what the parts take from here',
		...(family.later
			? [`Object.assign(${SHARED}, { ${all.join(', ')} });`]
			: all.map(name => `${SHARED}.${name} = ${name};`)),
		''
	].join('\n');
}

/** What the resident file has in place of its parts, by source. */
async function makeStubs(family: Family, root: string, variation: Variation): Promise<Map<string, string>> {
	const residents = await findResidents(family, root, variation);
	const names = listParts(family, root);
	const parts = await Promise.all(names.map(name => joinPart(family, root, name, residents, variation)));
	if (parts.length === 0) return new Map();
	const onBase = parts.some(({ name }) => name === family.base);
	const called = await calledOf(family, root, residents, variation);

	const { entry = family.entry, instead } = variation;
	const filling = posix.relative(dirname(entry), fillingOf(family).replace(/\.ts$/, ''));
	const text = instead?.get(entry) ?? readFileSync(join(root, entry), 'utf8');
	return new Map([
		...parts.map(part => [sourceOf(family, part.name), stubOf(family, part, called, onBase)] as const),
		[commonOf(family), `export const ${SHARED} = {};\n`],
		[fillingOf(family), fillingFor(family, parts, called)],
		// behind all other imports, before the rest
		[entry, `${text}\nimport './${filling}';\n`]
	]);
}

/** The resident file, with stubs in place of its parts. */
export async function bundleResident(family: Family, root: string, variation: Variation): Promise<Bundle> {
	const instead = new Map([...(variation.instead ?? []), ...(await makeStubs(family, root, variation))]);
	return await bundle(root, variation.entry ?? family.entry, { ...family.options, instead });
}

/** All names by which the resident file and its parts know what they share. */
export async function listShared(family: Family, root: string): Promise<string[]> {
	const residents = await findResidents(family, root, {});
	const parts = await Promise.all(listParts(family, root).map(name => joinPart(family, root, name, residents, {})));
	return [...new Set(parts.flatMap(({ shared, functions }) => [...[...shared.values()].flat(), ...functions]))];
}

/** What a part takes from the resident file, and from elsewhere. */
export function splitImports(imports: Imported[]): { shared: Imported[]; others: Imported[] } {
	const isShared = ({ module }: Imported) => module.startsWith(RESIDENT);
	return {
		shared: imports.filter(isShared).toSorted((a, b) => (a.local < b.local ? -1 : 1)),
		others: imports.filter(imported => !isShared(imported))
	};
}
