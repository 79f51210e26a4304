import type { Finding } from '../finding';
import type { Draft } from './draft';

/** esbuild's own functions, which nobody wrote. */
const HELPER =
	/^__(?:defProp|export|esm|commonJS|toESM|toCommonJS|require|name|spread|publicField|async|await|using|private)/;

/** Rule `no-helper`: what esbuild can only express with functions of its own would have them on the router. */
export function checkHelpers({ names, locate }: Draft): Finding[] {
	const findings: Finding[] = [];
	for (const variable of names.top.variables.values())
		if (HELPER.test(variable.name)) {
			const { file, line } = locate(variable.references[0]?.identifier.start ?? variable.identifier.start);
			const message = `needs esbuild's helper ${variable.name}: write it another way`;
			findings.push({ file, line, rule: 'no-helper', message });
		}
	return findings;
}
