import type { AnyNode, Program } from 'acorn';
import type { Finding } from '../finding';
import type { Locate } from '../syntax/places';
import { analyseNames } from '../syntax/scopes';
import type { Names, Reference } from '../syntax/scopes';
import { walk } from '../syntax/walk';

/** Refuses a place in the text, and says why or what to write instead. */
export type Refuse = (node: AnyNode, message: string) => void;

export interface Surroundings {
	/** The text of the whole program. */
	text: string;
	/** The way from the root to the node. */
	ancestors: AnyNode[];
	/** All names of the program. */
	names: Names;
}

type Visit<N> = (node: N, refuse: Refuse, surroundings: Surroundings) => void;

/** What a rule does at each kind of node. */
export type Visitors = { [T in AnyNode['type']]?: Visit<Extract<AnyNode, { type: T }>> };

/** Something that a source may not contain, although it is good TypeScript. */
export interface Rule {
	/** Said with each finding, and the name of the rule's file. */
	name: string;
	/** Sources that break it, each on the line that ends in `// here`. The tests try them all. */
	broken: string[];
	/** esbuild never writes it: the fixtures are emitted text. */
	emittedOnly?: true;
	visit?: Visitors;
	/** Called for each use of a name. */
	reference?(reference: Reference, refuse: Refuse): void;
}

/** Which rules a program breaks, by line. */
export function checkRules(rules: readonly Rule[], program: Program, text: string, locate: Locate): Finding[] {
	const findings: Finding[] = [];
	const refusals = new Map<Rule, Refuse>();
	for (const rule of rules)
		refusals.set(rule, (node, message) => {
			const { file, line } = locate(node.start);
			findings.push({ file, line, rule: rule.name, message });
		});

	const names = analyseNames(program);
	walk(program, (node, ancestors) => {
		for (const [{ visit }, refuse] of refusals)
			(visit?.[node.type] as Visit<AnyNode> | undefined)?.(node, refuse, { text, ancestors, names });
	});
	for (const reference of names.references)
		for (const [rule, refuse] of refusals) rule.reference?.(reference, refuse);
	return findings.toSorted((a, b) => a.line - b.line);
}
