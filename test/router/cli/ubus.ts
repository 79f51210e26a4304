import { format } from '../blob';
import type { Answer, Message } from '../bus';
import { UBUS_WORDS } from '../modules/ubus';
import { TYPES, type ArgumentType } from '../rpcd/policy';
import { ask, listen } from './ask';

/** UBUS_STATUS_PARSE_ERROR */
const PARSE_ERROR = 12;

/** As `ubus call`; the exit code. */
export async function call(words: string[]): Promise<number> {
	const [object = '', method = '', json = '{}'] = words;
	const fail = (code: number) => {
		const words_ = UBUS_WORDS[code] ?? 'Unknown error';
		console.error(
			process.stderr.isTTY
				? `Command failed: ${words_}`
				: `Command failed: ubus call ${words.join(' ')} (${words_})`
		);
		return code;
	};
	let args: Message;
	try {
		args = JSON.parse(json) as Message;
	} catch {
		return fail(PARSE_ERROR);
	}
	if (typeof args !== 'object' || args === null || Array.isArray(args)) return fail(PARSE_ERROR);
	const { code, data } = await ask<Answer>({ action: 'call', object, method, args });
	if (data) console.log(format(data));
	return code ? fail(code) : 0;
}

interface Listed {
	name: string;
	id: number;
	methods: string[];
	arguments: Record<string, Record<string, ArgumentType>>;
}

/** As `ubus list`, with a pattern as `ubus -v list`; the exit code. */
export async function list([pattern]: string[]): Promise<number> {
	const { objects } = await ask<{ objects: Listed[] }>({ action: 'list', ...(pattern && { object: pattern }) });
	if (!objects.length) {
		console.error('Command failed: Not found');
		return 4;
	}
	for (const { name, id, methods, arguments: known } of objects.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
		if (!pattern) {
			console.log(name);
			continue;
		}
		console.log(`'${name}' @${id.toString(16).padStart(8, '0')}`);
		for (const method of methods) {
			const args = Object.entries(known[method] ?? {}).map(([arg, type]) => `"${arg}":"${TYPES[type].word}"`);
			console.log(`\t"${method}":{${args.join(',')}}`);
		}
	}
	return 0;
}

/** As `ubus listen`, until the simulator ends. */
export async function listenTo([pattern]: string[]): Promise<void> {
	await listen({ action: 'listen', ...(pattern && { object: pattern }) }, line => console.log(line));
}
