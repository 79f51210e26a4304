/** The classes of ucode's exceptions, as they stand before the message and in `e.type`. */
export type Kind = 'Syntax error' | 'Reference error' | 'Type error' | 'Runtime error' | 'Error';

export interface Place {
	file: string;
	line: number;
}

/** One entry of `e.stacktrace`. */
export interface Frame {
	filename: string;
	line: number;
	function?: string;
}

/** How translated scripts are named to V8, so that their frames are found again in a stack. */
export const FILE_PREFIX = 'ucode:';

/** An exception of the script, or its refusal by the compiler. `message` reads as ucode prints it: `die()` has no kind in front. */
export class UcodeError extends Error {
	override readonly name = 'UcodeError';
	readonly #place: Place | undefined;
	#frames: Frame[] | undefined;

	constructor(
		readonly kind: Kind,
		/** The message without the kind: `e.message` in the script. */
		readonly text: string,
		place?: Place
	) {
		super(kind === 'Error' ? text : `${kind}: ${text}`);
		this.#place = place;
	}

	/** Where the script was, innermost first. The translator keeps every line where it was, so V8's stack knows. */
	get frames(): Frame[] {
		return (this.#frames ??= framesOf(this.stack ?? ''));
	}

	get file(): string {
		return this.#place?.file ?? this.frames[0]?.filename ?? '';
	}

	get line(): number {
		return this.#place?.line ?? this.frames[0]?.line ?? 0;
	}
}

/** What this stand-in can't reproduce. A script does not catch it: going on would compute something else than a router does. */
export class UnsupportedError extends UcodeError {
	constructor(
		private readonly what: string,
		place?: Place
	) {
		super('Runtime error', `not supported by the stand-in for ucode: ${what}`, place);
	}

	/** The same refusal of what stands at `place`. */
	at(place: Place): UnsupportedError {
		return new UnsupportedError(this.what, place);
	}
}

function framesOf(stack: string): Frame[] {
	const frames: Frame[] = [];
	for (const line of stack.split('\n')) {
		const found = /^\s+at (?:(.+) \()?ucode:(.+):(\d+):\d+\)?$/.exec(line);
		// accessors of properties are the translation's own (see translate.ts)
		if (!found || found[1]?.startsWith('$p_')) continue;
		const frame: Frame = { filename: found[2]!, line: Number(found[3]) };
		const name = found[1]?.replace(/^.*[. ]/, '').replace(/\$\d+$/, '');
		if (name && name !== '<anonymous>' && name !== MAIN) frame.function = name;
		frames.push(frame);
	}
	return frames;
}

/** Name of the function that stands for the top level of a script. */
export const MAIN = '$main';

/** What a `catch (e)` of a script binds: ucode's exception object, which reads as its message (vector: exception object). */
export class ExceptionObject {
	type: string;
	message: string;
	declare stacktrace: unknown;

	constructor(error: UcodeError) {
		this.type = error.kind;
		this.message = error.text;
		Object.defineProperty(this, 'stacktrace', {
			enumerable: true,
			configurable: true,
			get: () => error.frames,
			set: (value: unknown) => {
				Object.defineProperty(this, 'stacktrace', { value, enumerable: true, writable: true });
			}
		});
	}
}

/** What V8 says of endless recursion is an exception of ucode; anything else is not the script's business. */
export function asUcodeError(error: unknown): unknown {
	if (!(error instanceof RangeError) || !error.message.startsWith('Maximum call stack')) return error;
	const translated = new UcodeError('Runtime error', 'Too much recursion');
	translated.stack = error.stack;
	return translated;
}

/** The value of `e` in `catch (e)`. Errors of the simulator and refusals pass through scripts uncaught. */
export function caught(error: unknown): ExceptionObject {
	const raised = asUcodeError(error);
	if (raised instanceof UcodeError && !(raised instanceof UnsupportedError)) return new ExceptionObject(raised);
	throw raised;
}
