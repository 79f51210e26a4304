import type { Program } from 'acorn';
import type { Finding, Locate } from './places';
import { walk } from './walk';

/** Refuses what LuCI's jsmin, which is no parser, breaks (facts/luci.md §4). */
export function checkJsmin(program: Program, text: string, locate: Locate): Finding[] {
	const findings: Finding[] = [];
	const refuse = (offset: number, rule: string, message: string) => {
		const { file, line } = locate(offset);
		findings.push({ file, line, rule, message });
	};
	walk(program, (node, ancestors) => {
		if (node.type === 'TemplateLiteral' && ancestors.some(({ type }) => type === 'TemplateLiteral'))
			refuse(node.start, 'no-nested-template', 'jsmin takes a template inside a template for code');
		if (node.type === 'Literal' && 'regex' in node && node.regex && /['"`]/.test(text.slice(node.start, node.end)))
			refuse(node.start, 'no-regexp-quote', 'jsmin takes a quote in a regular expression for a string');
	});
	return findings;
}
