import { BuildError } from '../finding';
import type { Finding } from '../finding';
import type { Locate } from '../syntax/places';
import { parse } from '../syntax/walk';
import type { Bundle, BundleOptions } from './bundle';
import { openDraft } from './draft';
import type { Imported, Step } from './draft';
import { formatCode } from './format';
import { checkHelpers } from './no-helper';
import { checkRules } from './rule';
import type { Rule } from './rule';
import { dropComments } from './steps/drop-comments';
import { dropImports } from './steps/drop-imports';
import { dropEmptyModules } from './steps/module-lines';
import { restoreComments } from './steps/restore-comments';
import { restoreConst } from './steps/restore-const';
import { restoreLiterals } from './steps/restore-literals';
import { restoreNames } from './steps/restore-names';
import { restoreTemplates } from './steps/restore-templates';

/** What one kind of output does its own way. */
export interface Target {
	/** Comment lines on top. */
	header: string[];
	/** The lines that take the names of outside modules in. */
	importLines(imports: Imported[]): string[];
	/** Changes of its own; the last of them does away with the export at the end. */
	steps: Step[];
	/** What the sources may not contain, because a step gives it another meaning. */
	sourceRules: readonly Rule[];
	/** Columns of a line. */
	width: number;
	/** What the emitted text may not contain. */
	rules: readonly Rule[];
}

/** Is shown the forms between source and output, for who wants to see what a step does (docs/compiler.md). */
export type Watch = (form: 'joined' | 'restored', text: string) => void;

/** What a test may want otherwise. */
export interface Variation extends Pick<BundleOptions, 'instead'> {
	/** Another beginning. */
	entry?: string;
	watch?: Watch;
}

/** From what esbuild writes back to what the author wrote. */
const STEPS: Step[] = [
	dropComments,
	dropImports,
	restoreNames,
	restoreConst,
	restoreLiterals,
	restoreTemplates,
	dropEmptyModules
];

function refuse(findings: Finding[]): void {
	if (findings.length > 0) throw new BuildError(findings);
}

/** Turns joined modules into the file that goes to the router, and refuses what can't work there. */
export async function emit(bundle: Bundle, target: Target, watch: Watch = () => {}): Promise<string> {
	const draft = openDraft(bundle);
	const { text, program, edits, locate } = draft;
	watch('joined', text);
	refuse([...checkHelpers(draft), ...checkRules(target.sourceRules, program, text, locate)]);

	for (const step of [...STEPS, ...target.steps, restoreComments]) step(draft);
	refuse(draft.findings);

	const body = edits.apply(text);
	const top = `${[...target.header, '', "'use strict';", ...target.importLines(draft.imports)].join('\n')}\n\n`;
	const emitted = top + body.text;
	watch('restored', emitted);
	const locateEmitted: Locate = offset => locate(body.former(Math.max(0, offset - top.length)));
	refuse(checkRules(target.rules, parse(emitted), emitted, locateEmitted));
	return (await formatCode(emitted, target.width)).replace(/^(\t*\/\/ src\/\S+\.ts\n)\n+/gm, '$1');
}
