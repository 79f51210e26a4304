import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { transform } from 'esbuild';
import { ROOT } from '../../src/build/outputs';
import { bundle } from '../../src/build/script/bundle';
import { listParts, sourceOf } from '../../src/build/script/parts';
import { Edits } from '../../src/build/syntax/edits';
import { lineAndColumn, lineStarts } from '../../src/build/syntax/places';
import { parse, walk } from '../../src/build/syntax/walk';
import { buildHandler } from '../../src/build/ucode/handler';
import { buildPart } from '../../src/build/ucode/part';
import { OPTIONS } from '../../src/build/ucode/options';
import { HANDLER as HANDLER_FAMILY } from '../../src/build/ucode/parts';
import { buildProgram, PROGRAM } from '../../src/build/ucode/program';
import { buildViewPart } from '../../src/build/view/part';
import { TAB as TAB_FAMILY } from '../../src/build/view/parts';
import { buildView } from '../../src/build/view/view';
import { listChanges, type Change } from './changes';

/** What is broken: the handler, the tab, or the bridge to the other routers. */
export type Kind = 'handler' | 'view' | 'house';

/** A program with one thing broken in it. */
export interface Mutant {
	kind: Kind;
	/** The source, and its line. */
	file: string;
	line: number;
	change: Change['kind'];
	/** The line without the change and with it, as JavaScript: what tells this mutant from all others in its file. */
	before: string;
	after: string;
	/** The whole broken source, as JavaScript. */
	source: string;
}

/** mulberry32: numbers from 0 to 1, the same ones for the same seed. */
export function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const FAMILIES = { handler: HANDLER_FAMILY, view: TAB_FAMILY };

/** What it is broken in: not what others have, too. */
const PLACES: Record<Kind, string> = { handler: '', view: 'src/view/', house: 'src/house/' };

/** The sources of one of them, with its parts. */
async function sourcesOf(kind: Kind): Promise<string[]> {
	const family = kind === 'house' ? null : FAMILIES[kind];
	const parts = family === null ? [] : listParts(family, ROOT).map(part => sourceOf(family, part));
	const entries = [family?.entry ?? PROGRAM, ...parts];
	const bundles = await Promise.all(entries.map(entry => bundle(ROOT, entry, family?.options ?? OPTIONS)));
	const files = new Set(bundles.flatMap(({ sources }) => [...sources.keys()]));
	// what both sides agree on is broken where it decides something
	return [...files].filter(file => file.startsWith(PLACES[kind])).toSorted();
}

/** Whole numbers as the build wants them: esbuild writes 1e3, which is a double in ucode. Nothing moves to another line. */
function spellOut(code: string): string {
	const edits = new Edits();
	walk(parse(code), node => {
		if (node.type === 'Literal' && typeof node.value === 'number')
			edits.replace(node.start, node.end, String(node.value));
	});
	return edits.apply(code).text;
}

/** All mutants of one source. */
async function mutantsOf(kind: Kind, file: string): Promise<Mutant[]> {
	const typescript = readFileSync(join(ROOT, file), 'utf8');
	const { code: written, map } = await transform(typescript, {
		loader: 'ts',
		target: 'esnext',
		charset: 'utf8',
		sourcemap: 'external',
		tsconfigRaw: '{}'
	});
	const code = spellOut(written);
	const trace = new TraceMap(map);
	const starts = lineStarts(code);
	return listChanges(code).map(({ kind: change, from, to, text }) => {
		const place = lineAndColumn(starts, from);
		const begin = starts[place.line - 1]!;
		const end = code.indexOf('\n', to);
		return {
			kind,
			file,
			line: originalPositionFor(trace, place).line ?? 0,
			change,
			before: squeeze(code.slice(begin, end)),
			after: squeeze(code.slice(begin, from) + text + code.slice(to, end)),
			source: code.slice(0, from) + text + code.slice(to)
		};
	});
}

const squeeze = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** So many mutants, chosen by the seed alone; `only` those of sources that begin with one of these, between commas. */
export async function choose(kind: Kind, count: number, seed: number, only: string): Promise<Mutant[]> {
	const files = (await sourcesOf(kind)).filter(file => only.split(',').some(start => file.startsWith(start)));
	const all = (await Promise.all(files.map(file => mutantsOf(kind, file)))).flat();
	const random = dice(seed);
	const chosen: Mutant[] = [];
	while (chosen.length < count && all.length > 0) chosen.push(...all.splice(Math.floor(random() * all.length), 1));
	return chosen;
}

/** A compiled file by where it lies below root/ or htdocs/. */
export type Files = Record<string, string>;

export const HANDLER = 'usr/share/rpcd/ucode/luci.wps.uc';
export const TAB = 'luci-static/resources/view/wps.js';
export const BRIDGE = 'usr/share/wps-house/wps-house.uc';

/** The compiled files of a mutant, or of the sources as they are; null where the build refuses it. */
export async function compile(kind: Kind, mutant: Mutant | null): Promise<Files | null> {
	const instead = new Map(mutant ? [[mutant.file, mutant.source]] : []);
	try {
		if (kind === 'house') return { [BRIDGE]: await buildProgram(ROOT, { instead }) };
		const [main, build, buildOne] =
			kind === 'view'
				? ([TAB, buildView, buildViewPart] as const)
				: ([HANDLER, buildHandler, buildPart] as const);
		const family = FAMILIES[kind];
		const files: Files = { [main]: await build(ROOT, { instead }) };
		for (const part of listParts(family, ROOT))
			files[family.outputOf(part).replace(/^\w+\//, '')] = await buildOne(ROOT, part, { instead });
		return files;
	} catch {
		return null;
	}
}
