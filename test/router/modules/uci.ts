import type { Files } from '../files';
import { Context, UciError, type Section } from '../uci';
import type { Process } from './process';
import { resource } from './resource';

/** ucode's uci module (lib/uci.c): null and error() instead of exceptions. */
export function uciModule(files: Files, process: Process): Record<string, unknown> {
	let lastError: string | null = null;

	function attempt<T>(task: () => T): T | null {
		process.check();
		try {
			const result = task();
			lastError = null;
			return result;
		} catch (error) {
			if (!(error instanceof UciError)) throw error;
			lastError = error.message;
			return null;
		}
	}

	function error(): string | null {
		const words = lastError;
		lastError = null;
		return words;
	}

	function cursor(confdir: unknown = null, savedir: unknown = null): Record<string, unknown> {
		const context = new Context(files, text(confdir) ?? undefined, text(savedir) ?? undefined, name =>
			process.step(name)
		);

		const done = (task: () => unknown): true | null =>
			attempt(() => {
				task();
				return true;
			});

		/** With a name that one, without one all that are loaded. */
		const each = (config: unknown, task: (name: string) => void): true | null =>
			done(() => {
				if (config !== null && config !== undefined) return task(string(config));
				for (const name of context.configs()) if (context.isLoaded(name)) task(name);
			});

		return resource({
			load: (config: unknown) => done(() => context.load(string(config))),
			unload: (config: unknown) => attempt(() => context.unload(string(config))),
			get: (config: unknown, section: unknown, option: unknown = null) =>
				attempt(() => {
					const found = context.section(string(config), string(section));
					if (option === null) return found.type;
					const value = found.options.get(string(option));
					if (value === undefined) throw new UciError('not found');
					return structuredClone(value);
				}),
			get_all: (config: unknown, section: unknown = null) =>
				attempt(() => {
					if (section !== null) return table(context.section(string(config), string(section)));
					const { sections } = context.open(string(config));
					return Object.fromEntries(sections.map((found, index) => [found.name, table(found, index)]));
				}),
			set: (...args: unknown[]) =>
				done(() => {
					const [config, section, option, value] = args;
					if (args.length === 3) return context.setType(string(config), string(section), string(option));
					if (args.length !== 4) throw new UciError('invalid');
					if (Array.isArray(value))
						return context.setList(string(config), string(section), string(option), value.map(scalar));
					context.set(string(config), string(section), string(option), scalar(value));
				}),
			delete: (config: unknown, section: unknown, option: unknown = null) =>
				done(() => context.remove(string(config), string(section), option === null ? null : string(option))),
			foreach: (config: unknown, type: unknown, callback: (section: unknown) => unknown) =>
				attempt(() => {
					let any = false;
					for (const [index, section] of [...context.open(string(config)).sections].entries()) {
						if (type !== null && section.type !== string(type)) continue;
						any = true;
						if (callback(table(section, index)) === false) break;
					}
					return any;
				}),
			save: (config: unknown = null) => each(config, name => context.save(name)),
			commit: (config: unknown = null) => each(config, name => context.commit(name)),
			revert: (config: unknown = null) => each(config, name => context.revert(name)),
			changes: (config: unknown = null) =>
				attempt(() => {
					const result: Record<string, string[][]> = {};
					for (const name of context.configs()) {
						if (config !== null && name !== string(config)) continue;
						const loaded = context.isLoaded(name);
						const changes = context.changes(name);
						if (config === null && !loaded) context.unload(name);
						if (!changes) continue;
						result[name] = changes.map(({ command, section, option, value }) =>
							[command, section, option, value].filter(word => word !== null)
						);
					}
					return result;
				}),
			error
		});
	}

	return { cursor, error };
}

function table({ name, type, anonymous, options }: Section, index?: number): Record<string, unknown> {
	return {
		'.anonymous': anonymous,
		'.type': type,
		'.name': name,
		...(index === undefined ? {} : { '.index': index }),
		...structuredClone(Object.fromEntries(options))
	};
}

function text(value: unknown): string | null {
	return value === null || value === undefined ? null : string(value);
}

function string(value: unknown): string {
	if (typeof value !== 'string') throw new UciError('invalid');
	return value;
}

/** Booleans become 1 and 0, numbers text; anything else is refused (uci.c uval_to_uci). */
function scalar(value: unknown): string {
	if (typeof value === 'boolean') return value ? '1' : '0';
	if (typeof value === 'number' || typeof value === 'string') return String(value);
	throw new UciError('invalid');
}
