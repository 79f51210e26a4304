import { UciError } from './error';

export type OptionValue = string | string[];

export interface Section {
	name: string;
	type: string;
	anonymous: boolean;
	options: Map<string, OptionValue>;
}

/** One recorded change: libuci's `struct uci_delta`. */
export interface Delta {
	command: 'add' | 'remove' | 'set' | 'rename' | 'order' | 'list-add' | 'list-del';
	section: string;
	option: string | null;
	value: string | null;
}

/** The sections of one configuration, and the changes that libuci makes to them (list.c). */
export class Package {
	readonly sections: Section[] = [];
	#created = 0;

	constructor(readonly name: string) {}

	find(name: string): Section | undefined {
		const extended = /^@([^[\]]*)\[(-?\d+)\]$/.exec(name);
		if (!extended) return this.sections.find(section => section.name === name);
		const fitting = this.sections.filter(section => !extended[1] || section.type === extended[1]);
		return fitting.at(Number(extended[2]));
	}

	/** `config type 'name'`, or an anonymous one. */
	addSection(type: string, name: string | null): Section {
		if (!isType(type)) throw new UciError('invalid');
		const existing = name ? this.find(name) : undefined;
		if (existing) {
			existing.type = type;
			return existing;
		}
		this.#created++;
		const section = {
			name: name || anonymousName(this.#created, type),
			type,
			anonymous: !name,
			options: new Map<string, OptionValue>()
		};
		this.sections.push(section);
		return section;
	}

	/** An empty value deletes, as in libuci. */
	set(section: Section, option: string, value: string): void {
		if (value === '') section.options.delete(option);
		else section.options.set(option, value);
	}

	addToList(section: Section, option: string, value: string): void {
		const before = section.options.get(option);
		section.options.set(option, [...(before === undefined ? [] : [before].flat()), value]);
	}

	removeFromList(section: Section, option: string, value: string): void {
		const before = section.options.get(option);
		if (Array.isArray(before))
			section.options.set(
				option,
				before.filter(item => item !== value)
			);
	}

	remove(section: Section): void {
		this.sections.splice(this.sections.indexOf(section), 1);
	}

	reorder(section: Section, position: number): void {
		this.remove(section);
		this.sections.splice(position, 0, section);
	}

	/** Applies a recorded change; raises when it does not fit any more (libuci then skips the line). */
	apply({ command, section: name, option, value }: Delta): void {
		const section = this.find(name);
		if (command === 'add' || (command === 'set' && option === null)) {
			const added = this.addSection(value ?? '', name);
			if (command === 'add') added.anonymous = true;
			return;
		}
		if (!section) throw new UciError('not found');
		if (command === 'order') this.reorder(section, Number(value));
		else if (command === 'set') this.set(section, option ?? '', value ?? '');
		else if (command === 'list-add') this.addToList(section, option ?? '', value ?? '');
		else if (command === 'list-del') this.removeFromList(section, option ?? '', value ?? '');
		else if (command === 'rename' && option === null) Object.assign(section, { name: value, anonymous: false });
		else if (command === 'rename') rename(section, option ?? '', value ?? '');
		else if (option === null) this.remove(section);
		else if (!section.options.delete(option)) throw new UciError('not found');
	}
}

function rename(section: Section, from: string, to: string): void {
	const entries = [...section.options].map(([name, value]): [string, OptionValue] => [
		name === from ? to : name,
		value
	]);
	section.options = new Map(entries);
}

export function isName(text: string): boolean {
	return /^[A-Za-z0-9_]+$/.test(text);
}

export function isType(text: string): boolean {
	return /^[!-~]+$/.test(text);
}

/** Names of anonymous sections look like libuci's (counter and hash of the type): stable as long as the order is. */
function anonymousName(count: number, type: string): string {
	let hash = 5381;
	for (const character of type) hash = (hash * 33 + character.charCodeAt(0)) & 0x7fffffff;
	return `cfg${count.toString(16).padStart(2, '0')}${(hash & 0xffff).toString(16).padStart(4, '0')}`;
}
