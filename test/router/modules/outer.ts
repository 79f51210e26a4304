import type { End, Outside } from '../outside';
import type { Process } from './process';
import { resource } from './resource';

/** The machine around one simulated process: named pipes that it has open, and real programs that it starts. */
export interface Outer {
	/** An open pipe as the fs module gives it, or null when there is no pipe of that name. */
	open(path: string, flags: string): object | null;
	/** Standard input and output, that can be closed: open() gives the lowest number that is free. */
	standard: Record<'stdin' | 'stdout', object>;
	unlink(path: string): boolean;
	proc: Outside['proc'];
	handle(file: unknown, ready: () => void): object | null;
	process(program: string, args: unknown, env: unknown, ended: (code: number) => void): object | null;
}

export function outer(outside: Outside, process: Process): Outer {
	/** What is open, by number; null: standard input and output of the process as it was started. */
	const open = new Map<number, End | null>([
		[0, null],
		[1, null]
	]);
	const ends = new Map<unknown, End>();
	process.own(() => {
		for (const end of open.values()) if (end) outside.close(end);
	});

	function handleOf(number: number, end: End | null): object {
		let closed = false;
		const handle = resource({
			fileno: () => number,
			read(amount: unknown): string | null {
				process.check();
				if (closed || !end || amount !== 'all') return null;
				return outside.read(end);
			},
			write(text: unknown): number | null {
				process.check();
				if (closed || !end?.writes) return null;
				outside.write(end, String(text));
				return String(text).length;
			},
			flush: () => true,
			close(): true | null {
				if (closed) return null;
				closed = true;
				open.delete(number);
				if (end) outside.close(end);
				return true;
			}
		});
		if (end) ends.set(handle, end);
		return handle;
	}

	return {
		open(path, flags) {
			if (!outside.isPipe(path)) return null;
			const end = outside.open(path, flags);
			let number = 0;
			while (open.has(number)) number = number === 1 ? 10 : number + 1;
			open.set(number, end);
			return handleOf(number, end);
		},
		standard: { stdin: handleOf(0, null), stdout: handleOf(1, null) },
		unlink(path) {
			if (!outside.isPipe(path)) return false;
			outside.unlinkPipe(path);
			return true;
		},
		proc: path => outside.proc(path),
		handle(file, ready) {
			const end = ends.get(file);
			if (!end) return null;
			outside.watch(end, ready);
			return resource({ delete: () => end.socket?.removeAllListeners('data') !== undefined });
		},
		process(program, args, env, ended) {
			process.step(`start ${program}`);
			const inherited = (number: number) => {
				const end = open.get(number) ?? null;
				return end && !end.closesOnExec ? end : null;
			};
			const argv = [program, ...(Array.isArray(args) ? args.map(String) : [])];
			const variables = Object.fromEntries(
				Object.entries(env ?? {}).map(([name, value]) => [name, String(value)])
			);
			const pid = outside.spawn(argv, variables, inherited(0), inherited(1), ended);
			return pid === null ? null : resource({ pid: () => pid, delete: () => true });
		}
	};
}
