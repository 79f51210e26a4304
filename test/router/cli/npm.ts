import { readFileSync } from 'node:fs';

/** How often is looked whether npm still lives, milliseconds. */
const EVERY = 1000;

/** The process that started a process; null where that can't be known (only Linux tells). */
function parentOf(pid: number): number | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
	} catch {
		return null;
	}
}

/** Whether one of the processes above this one has ended: its child then has another parent. */
function watchAncestors(depth: number): () => boolean {
	const way: { pid: number; parent: number }[] = [];
	for (let pid = process.pid; way.length < depth;) {
		const parent = parentOf(pid);
		if (parent === null || parent <= 1) break;
		way.push({ pid, parent });
		pid = parent;
	}
	return () => way.some(({ pid, parent }) => parentOf(pid) !== parent);
}

/**
 * A simulator that npm has started ends with it, however npm ends: nobody would find it otherwise. Between the two is at
 * most one shell. One that somebody has started by itself goes on for as long as it is not stopped.
 */
export function endWithNpm(): void {
	if (!process.env['npm_command']) return;
	const gone = watchAncestors(2);
	setInterval(() => gone() && process.exit(0), EVERY).unref();
}
