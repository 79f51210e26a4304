/** Something the build refuses. */
export interface Finding {
	file: string;
	line: number;
	rule: string;
	message: string;
}

/** One finding in the form editors understand. */
export function showFinding({ file, line, rule, message }: Finding): string {
	return `${file}:${line}: ${rule}: ${message}`;
}

/** A build error with everything that was found. */
export class BuildError extends Error {
	constructor(readonly findings: Finding[]) {
		super(findings.map(showFinding).join('\n'));
		this.name = 'BuildError';
	}
}
