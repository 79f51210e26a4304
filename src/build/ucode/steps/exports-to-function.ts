import type { Draft } from '../../script/draft';

/** The exports of a part become what its function answers: only functions, since nobody asks for them before it is loaded. */
export function exportsToFunction({ bundle, program, names, edits, locate, findings }: Draft): void {
	const statement = program.body.at(-1);
	if (statement?.type !== 'ExportNamedDeclaration')
		throw new Error(`${[...bundle.sources.keys()].at(-1)} exports nothing`);
	const members = statement.specifiers.map(({ local, exported }) => {
		if (local.type !== 'Identifier' || exported.type !== 'Identifier') throw new Error('an export without a name');
		const { identifier, node } = names.top.variables.get(local.name)!;
		const { file, line, name } = locate(identifier.start);
		const isFunction =
			node.type === 'FunctionDeclaration' ||
			(node.type === 'VariableDeclarator' && node.init && node.init.type.endsWith('FunctionExpression'));
		const message = `'${exported.name}' is no function: the resident file can't have it before the part is loaded`;
		if (!isFunction) findings.push({ file, line, rule: 'part-export', message });
		const own = name ?? local.name;
		return own === exported.name ? own : `${exported.name}: ${own}`;
	});
	edits.replace(statement.start, statement.end, `\nreturn { ${members.join(', ')} };\n};`);
}
