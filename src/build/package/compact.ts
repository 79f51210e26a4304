import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from './minify';
import { joinDeclarations, packNames } from './pack-names';
import { shorten } from './shorten';
import { joinLines, squeeze } from './squeeze';

/**
 * What a router only runs goes into the package without what only people read. It is committed, as everything compiled is,
 * since the buildroot has no node: in a folder that the Makefile lays over what comes from root/ and htdocs/.
 */
const FOLDER = 'feed/luci-app-wps/compact';

/** Where the compact form of a file lies; both from the root of the repository. */
export const compactOf = (path: string) => `${FOLDER}/${path}`;

/** The file of which that is the compact form; null where it is no such one. */
export const readableOf = (path: string) => (path.startsWith(`${FOLDER}/`) ? path.slice(FOLDER.length + 1) : null);

const isScript = (path: string) => /\.(uc|js)$/.test(path);

/** Without lines of comment, but for the first one that says who reads it, and without indentation. */
const bare = (script: string) => script.replaceAll(/(?<=\n)[ \t]*#.*\n/g, '').replaceAll(/^\t+/gm, '');

/**
 * The content of a file in the package.
 * @param names  short ones for what several files share
 */
export function compact(path: string, text: string, names: ReadonlyMap<string, string> = new Map()): string {
	if (path.endsWith('.json')) return `${JSON.stringify(JSON.parse(text))}\n`;
	if (!isScript(path)) return bare(text);
	const short = squeeze(joinDeclarations(shorten(packNames(text, names), names)));
	return `${joinLines(minify(short)).trimEnd()}\n`;
}

function filesBelow(root: string, folder: string): string[] {
	if (!existsSync(join(root, folder))) return [];
	const names = readdirSync(join(root, folder), { recursive: true }).map(String);
	return names.map(name => `${folder}/${name}`).filter(path => statSync(join(root, path)).isFile());
}

/** All files that are another in the package. */
export function listCompact(root: string): string[] {
	return ['htdocs', 'root']
		.flatMap(folder => filesBelow(root, folder))
		.filter(path => /\.(uc|js|json)$/.test(path) || readFileSync(join(root, path), 'utf8').startsWith('#!/bin/sh'))
		.toSorted();
}

/** All compact files that lie there. */
export const findCompact = (root: string) => filesBelow(root, FOLDER).toSorted();
