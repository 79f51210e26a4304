import * as fs from 'fs';
import { fileIn, makePipe } from './runtime-folder';

/*
 * How the children are fed and heard. uloop.process() knows no redirection, and popen() would go through a shell and through
 * stdio, which loses track of lines (a callback for each message is not guaranteed). So the bridge puts named pipes in place
 * of its own standard input and output, whose numbers, 0 and 1, its children inherit: open() gives the lowest that is free.
 * Works with ucode from 22.03 on (fs.pipe() came in 2023, fs.dup2() and a set-up function for uloop.process() in 2025).
 */

let input: fs.File | null = null;
let output: fs.File | null = null;
let writing: fs.File | null = null;
let reading: fs.File | null = null;

/** The pipe of one direction: `inherited` stays open in children, `kept` does not. */
function openPipe(role: string, number: number, former: fs.File | null): { inherited: fs.File; kept: fs.File } | null {
	if (!makePipe(role)) return null;
	const path = fileIn(role, 'pipe');
	const feeding = role === 'pub';

	// Opening one end waits for the other: this one is both, for the moment.
	const both = fs.open(path, 'r+e');
	former?.close?.();
	const inherited = fs.open(path, feeding ? 'r' : 'w');
	const kept = fs.open(path, feeding ? 'we' : 're');
	both?.close?.();
	if (inherited === null || kept === null) return null;
	if (inherited.fileno() !== number) die(`pipe ${role} is ${inherited.fileno()}, not ${number}`);

	return { inherited, kept };
}

/** Closes our ends: the one that publishes ends, the one that listens ends with its next message. */
export function closePipes(): void {
	writing?.close?.();
	reading?.close?.();
	writing = null;
	reading = null;
}

/** Makes both anew; answers the one to listen to, or null. */
export function openPipes(): fs.File | null {
	closePipes();
	const feeding = openPipe('pub', 0, input ?? fs.stdin);
	input = feeding?.inherited ?? input;
	const hearing = openPipe('sub', 1, output ?? fs.stdout);
	output = hearing?.inherited ?? output;

	writing = feeding?.kept ?? null;
	reading = hearing?.kept ?? null;
	return writing === null ? null : reading;
}

/** A line for the one that publishes. */
export function write(line: string): void {
	writing?.write?.(`${line}\n`);
	writing?.flush?.();
}

/**
 * All that the one that listens has written. Not line by line: uloop makes the pipe non-blocking, and musl throws away what it
 * has of a line that is not whole yet (getdelim.c); "all" ends where there is no more (lib/fs.c, uc_fs_read_common).
 */
export function readAll(): string {
	return reading?.read?.('all') ?? '';
}
