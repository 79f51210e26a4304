import type { Draft, Step } from '../draft';

/**
 * The exports of a part become what its function answers: only functions, since nobody asks for them before it is loaded.
 * @param close  ends what the file began with
 * @param later  the part is waited for: only functions that are waited for as well
 */
export function exportsToFunction(close: string, later = false): Step {
	return ({ bundle, program, names, edits, locate, findings }: Draft) => {
		const statement = program.body.at(-1);
		if (statement?.type !== 'ExportNamedDeclaration')
			throw new Error(`${[...bundle.sources.keys()].at(-1)} exports nothing`);
		const members = statement.specifiers.map(({ local, exported }) => {
			if (local.type !== 'Identifier' || exported.type !== 'Identifier')
				throw new Error('an export without a name');
			const { identifier, node } = names.top.variables.get(local.name)!;
			const { file, line, name } = locate(identifier.start);
			const made = node.type === 'VariableDeclarator' ? node.init : node;
			const isFunction = made && /^FunctionDeclaration$|FunctionExpression$/.test(made.type);
			const complain = (message: string) => findings.push({ file, line, rule: 'part-export', message });
			if (!isFunction)
				complain(
					`'${exported.name}' is no function: the resident file can't have it before the part is loaded`
				);
			else if (later && !('async' in made && made.async))
				complain(`'${exported.name}' is not async: the resident file has to wait for it`);
			const own = name ?? local.name;
			return own === exported.name ? own : `${exported.name}: ${own}`;
		});
		edits.replace(statement.start, statement.end, `\nreturn { ${members.join(', ')} };\n${close}`);
	};
}
