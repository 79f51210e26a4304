import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** A place in a source file; lines count from 1, columns from 0. */
export interface Place {
	file: string;
	line: number;
	column: number;
	/** What the name at this place was called in the source, when esbuild renamed it. */
	name: string | null;
}

/** Answers where in the sources an offset of the text comes from. */
export type Locate = (offset: number) => Place;

/** Offsets of the line starts of a text. */
export function lineStarts(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}

/** Line (from 1) and column (from 0) of an offset. */
export function lineAndColumn(starts: number[], offset: number): { line: number; column: number } {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (starts[middle]! <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: offset - starts[low]! };
}

/** Locates through a source map. */
export function locateBySourceMap(text: string, map: TraceMap): Locate {
	const starts = lineStarts(text);
	return offset => {
		const found = originalPositionFor(map, lineAndColumn(starts, offset));
		return {
			file: found.source ?? '(output)',
			line: found.line ?? 1,
			column: found.column ?? 0,
			name: found.name
		};
	};
}

/** Locates in a file that is its own source. */
export function locateInFile(file: string, text: string): Locate {
	const starts = lineStarts(text);
	return offset => ({ file, ...lineAndColumn(starts, offset), name: null });
}
