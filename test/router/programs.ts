import type { Run } from './modules/fs';

/** @param limit  milliseconds after which whoever runs it has it killed; 0: never */
export type Program = (args: string[], limit: number) => ReturnType<Run> | number;

/**
 * The programs on the router, by path. `PATH` is searched for a bare name; `sh -c` splits words and knows quotes,
 * no more. What is not there ends with 127.
 */
export function programs(find: (path: string) => Program | null, ran: string[][]): Run {
	const run: Run = (argv, limit = 0) => {
		const [name = '', ...args] = argv;
		ran.push(argv);
		if (name === '/bin/sh' && args[0] === '-c') return run(words(args[1] ?? ''), limit);
		const paths = name.includes('/')
			? [name]
			: ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].map(dir => `${dir}/${name}`);
		const program = paths.map(find).find(found => found !== null);
		if (!program) return { code: 127, stdout: '' };
		const result = program(args, limit);
		return typeof result === 'number' ? { code: result, stdout: '' } : result;
	};
	return run;
}

function words(command: string): string[] {
	const found = command.replace(/\s\d?>\S+/g, '').match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
	return found.map(word => word.replace(/'([^']*)'|"([^"]*)"/g, (_whole, single, double) => single ?? double ?? ''));
}
