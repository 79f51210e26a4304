import { UciError } from './error';
import { isName, Package, type Delta, type Section } from './package';

/** Reads a configuration file as strictly as libuci does with its default flags: one bad line makes the file unusable. */
export function parse(name: string, text: string): Package {
	const result = new Package(name);
	let section: Section | undefined;
	for (const [keyword = '', first, second, ...rest] of statements(text)) {
		if (!keyword) continue;
		if (first === undefined || rest.length) throw new UciError('parse');
		if (keyword === 'config' || keyword === 'c') {
			if (second && !isName(second)) throw new UciError('parse');
			section = result.addSection(first, second || null);
		} else if (keyword === 'option' || keyword === 'o' || keyword === 'list' || keyword === 'l') {
			if (!section || !isName(first)) throw new UciError('parse');
			// An empty value in a file changes nothing, not even a value before it (list.c uci_set); in a list it is one.
			if (keyword.startsWith('l')) result.addToList(section, first, second ?? '');
			else if (second) result.set(section, first, second);
		} else if (keyword !== 'package' && keyword !== 'p') throw new UciError('parse');
	}
	return result;
}

/** Writes it as `uci commit` does. Comments do not survive. */
export function write(config: Package): string {
	const lines: string[] = [];
	for (const { name, type, anonymous, options } of config.sections) {
		lines.push('', `config ${type}${anonymous ? '' : ` ${quote(name)}`}`);
		for (const [option, value] of options)
			if (Array.isArray(value)) lines.push(...value.map(item => `\tlist ${option} ${quote(item)}`));
			else lines.push(`\toption ${option} ${quote(value)}`);
	}
	return `${lines.join('\n')}\n\n`;
}

/** libuci's delta.c: the letter before each line of /tmp/.uci/<config>. */
const LETTERS: Record<Delta['command'], string> = {
	add: '+',
	remove: '-',
	set: '',
	rename: '@',
	order: '^',
	'list-add': '|',
	'list-del': '~'
};

export function writeDelta(config: string, { command, section, option, value }: Delta): string {
	const path = [config, section, ...(option === null ? [] : [option])].join('.');
	return `${LETTERS[command]}${path}${command === 'remove' ? '' : `=${quote(value ?? '')}`}\n`;
}

/** Lines that make no sense are skipped: libuci preserves as much as possible. */
export function parseDelta(config: string, text: string): Delta[] {
	return statements(text).flatMap(([line = '']): Delta[] => {
		const parts = /^([-+@^|~]?)([\w-]+)\.([^.=]+)(?:\.(\w+))?(?:=([^]*))?$/.exec(line);
		if (!parts || parts[2] !== config || !parts[3]) return [];
		const command = (Object.keys(LETTERS) as Delta['command'][]).find(name => LETTERS[name] === parts[1]) ?? 'set';
		if (command !== 'remove' && parts[5] === undefined) return [];
		return [{ command, section: parts[3], option: parts[4] ?? null, value: parts[5] ?? null }];
	});
}

export function quote(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Splits into lines of arguments: both quotes, backslashes, comments, several lines in quotes, `;` between statements. */
function statements(text: string): string[][] {
	const result: string[][] = [];
	let line: string[] = [];
	let word: string | null = null;
	let at = 0;
	const endWord = () => {
		if (word !== null) line.push(word);
		word = null;
	};
	const endLine = () => {
		endWord();
		if (line.length) result.push(line);
		line = [];
	};
	const take = (characters: string) => {
		word = (word ?? '') + characters;
	};
	while (at < text.length) {
		const character = text.charAt(at++);
		if (character === '\n' || character === ';') endLine();
		else if (/\s/.test(character)) endWord();
		else if (character === '#') at = lineEnd(text, at);
		else if (character === '\\') {
			if (text.charAt(at) !== '\n') take(text.charAt(at));
			at++;
		} else if (character === "'") {
			const end = text.indexOf("'", at);
			if (end < 0) throw new UciError('parse');
			take(text.slice(at, end));
			at = end + 1;
		} else if (character === '"') {
			take('');
			while (text.charAt(at) !== '"') {
				if (at >= text.length) throw new UciError('parse');
				if (text.charAt(at) === '\\') at++;
				take(text.charAt(at++));
			}
			at++;
		} else take(character);
	}
	endLine();
	return result;
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}
