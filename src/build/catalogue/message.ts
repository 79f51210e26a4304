/** Where a text is used: a file relative to the root, and the line. */
export interface Use {
	file: string;
	line: number;
}

/** One text to translate, and everywhere it is used. */
export interface Message {
	context: string;
	id: string;
	/** The text for several, or '' where one form does. */
	plural: string;
	uses: Use[];
}

const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The order of a catalogue, as `msguniq --sort-output` has it. */
export function compareMessages(a: Pick<Message, 'context' | 'id'>, b: Pick<Message, 'context' | 'id'>): number {
	return compareBytes(a.id, b.id) || compareBytes(a.context, b.context);
}

/** The same text found in several places becomes one message; messages and uses in order. */
export function mergeMessages(found: Message[]): Message[] {
	const messages = new Map<string, Message>();
	for (const one of found) {
		const key = `${one.context}\x01${one.id}`;
		const message = messages.get(key);
		if (!message) messages.set(key, { ...one, uses: [...one.uses] });
		else {
			message.plural ||= one.plural;
			message.uses.push(...one.uses);
		}
	}
	for (const { uses } of messages.values()) uses.sort((a, b) => compareBytes(a.file, b.file) || a.line - b.line);
	return [...messages.values()].sort(compareMessages);
}
