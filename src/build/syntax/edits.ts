interface Edit {
	from: number;
	to: number;
	text: string;
}

/** Replacements in a text, collected first and applied at once; they may not overlap. */
export class Edits {
	private edits: Edit[] = [];

	replace(from: number, to: number, text: string): void {
		this.edits.push({ from, to, text });
	}

	insert(at: number, text: string): void {
		this.replace(at, at, text);
	}

	remove(from: number, to: number): void {
		this.replace(from, to, '');
	}

	/** The changed text, and for each of its offsets the offset in the former one. */
	apply(text: string): { text: string; former: (offset: number) => number } {
		const sorted = this.edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
		const pieces: { at: number; former: number; kept: boolean }[] = [];
		let out = '';
		let done = 0;
		for (const { from, to, text: replacement } of sorted) {
			if (from < done) throw new Error(`overlapping edits at offset ${from}`);
			pieces.push({ at: out.length, former: done, kept: true });
			out += text.slice(done, from);
			pieces.push({ at: out.length, former: from, kept: false });
			out += replacement;
			done = to;
		}
		pieces.push({ at: out.length, former: done, kept: true });
		out += text.slice(done);
		return {
			text: out,
			former(offset) {
				const piece = pieces.findLast(candidate => candidate.at <= offset)!;
				return piece.kept ? piece.former + offset - piece.at : piece.former;
			}
		};
	}
}
