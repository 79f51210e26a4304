/** libuci's status codes in words, as the ucode module's error() says them. */
const MESSAGES = {
	invalid: 'Invalid argument',
	'not found': 'Entry not found',
	io: 'I/O error',
	parse: 'Parse error',
	duplicate: 'Duplicate entry'
} as const;

export class UciError extends Error {
	constructor(readonly kind: keyof typeof MESSAGES) {
		super(MESSAGES[kind]);
	}
}
