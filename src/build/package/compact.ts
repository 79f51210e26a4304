import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from './minify';
import { shorten } from './shorten';

/**
 * What a router only runs goes into the package without what only people read. It is committed, as everything compiled is,
 * since the buildroot has no node: in a folder that the Makefile lays over what comes from root/.
 */
export const COMPACT = 'feed/luci-app-wps/compact';

const isUcode = (name: string) => name.endsWith('.uc');
const isShell = (text: string) => text.startsWith('#!/bin/sh');

/** Without lines of comment; the first says who reads it. */
const withoutComments = (script: string) => script.replaceAll(/(?<=\n)[ \t]*#.*\n/g, '');

/** A file of root/ as it goes into the package. */
export const compact = (name: string, text: string) =>
	isUcode(name) ? `${minify(shorten(text))}\n` : withoutComments(text);

/** Names of the files below root/ that are another in the package. */
export function listCompact(root: string): string[] {
	const folder = join(root, 'root');
	return readdirSync(folder, { recursive: true })
		.map(String)
		.filter(name => statSync(join(folder, name)).isFile())
		.filter(name => isUcode(name) || isShell(readFileSync(join(folder, name), 'utf8')))
		.toSorted();
}
