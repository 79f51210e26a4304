import type { Comment, Program } from 'acorn';
import type { Finding } from '../finding';
import { Edits } from '../syntax/edits';
import { locateBySourceMap } from '../syntax/places';
import type { Locate } from '../syntax/places';
import { analyseNames } from '../syntax/scopes';
import type { Names } from '../syntax/scopes';
import { parse } from '../syntax/walk';
import type { Bundle } from './bundle';

/** One name taken from an outside module. */
export interface Imported {
	module: string;
	/** `default`, `*` or the name that the module exports. */
	imported: string;
	local: string;
}

/** A program on its way from esbuild to the router: what it says, and what the steps change in it. */
export interface Draft {
	bundle: Bundle;
	text: string;
	program: Program;
	comments: Comment[];
	names: Names;
	locate: Locate;
	edits: Edits;
	/** What it takes from outside; known once the names are restored. */
	imports: Imported[];
	findings: Finding[];
}

/** One change on the way. */
export type Step = (draft: Draft) => void;

export function openDraft(bundle: Bundle): Draft {
	const { text, map } = bundle;
	const comments: Comment[] = [];
	const program = parse(text, comments);
	return {
		bundle,
		text,
		program,
		comments,
		names: analyseNames(program),
		locate: locateBySourceMap(text, map),
		edits: new Edits(),
		imports: [],
		findings: []
	};
}
