import { existsSync, readdirSync } from 'node:fs';
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
 *		devicesPart ??= require('luci.wps.devices')({ memory, save });
 *		return devicesPart;
 *	}
 *
 *	function removeDevice(...args) {
 *		return loadDevices().removeDevice(...args);
 *	}
 *
 * The part's file is a function that gets what it shares with the resident file, and answers what it exports. So nothing
 * is there twice, and what the resident file remembers the parts remember too.
 */

const FOLDER = 'src/service/parts';

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
		shared.set(source, names);
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

/** What stands in the resident file in place of a part. */
function stubOf({ name, shared, functions }: Part): string {
	const imports = [...shared].map(([source, names]) => {
		const path = posix.relative(FOLDER, source.replace(/\.ts$/, ''));
		return `import { ${names.join(', ')} } from '${path.startsWith('.') ? path : `./${path}`}';\n`;
	});
	const given = [...shared.values()].flat().toSorted();
	const [variable, load] = [`${name}Part`, `load${name[0]!.toUpperCase()}${name.slice(1)}`];
	return `${imports.join('')}
// in a file of its own, loaded when it is needed
let ${variable};

function ${load}() {
	${variable} ??= require('${MODULE}${name}')({ ${given.join(', ')} });
	return ${variable};
}
${functions.map(one => `\nexport function ${one}(...args) {\n\treturn ${load}().${one}(...args);\n}\n`).join('')}`;
}

/** What the resident file has in place of its parts, by source. */
export async function makeStubs(root: string, variation: Variation): Promise<Map<string, string>> {
	const residents = await findResidents(root, variation);
	const parts = await Promise.all(listParts(root).map(name => joinPart(root, name, residents, variation)));
	return new Map(parts.map(part => [sourceOf(part.name), stubOf(part)]));
}
