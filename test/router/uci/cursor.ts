import { FileError, parentOf, type Files } from '../files';
import { UciError } from './error';
import { isName, isType, type Delta, type OptionValue, type Package, type Section } from './package';
import { parse, parseDelta, write, writeDelta } from './text';

interface Loaded {
	package: Package;
	path: string;
	/** Loaded by its path instead of its name: no delta files are read, none are written, a commit always writes. */
	bare: boolean;
	/** Changes of this cursor that are not saved yet. */
	delta: Delta[];
	/** Changes that were found in the delta files when loading. */
	saved: Delta[];
}

export const SAVEDIR = '/tmp/.uci';

/**
 * A libuci context over the simulated files (file.c, delta.c, list.c of openwrt/uci): what it loaded
 * stays as it is until it is unloaded or loaded again. `step` is told of each change to a file first.
 */
export class Context {
	readonly #loaded = new Map<string, Loaded>();
	/** libuci applies the default folder's deltas even when another save folder is set, its own last. */
	readonly #deltaPath: string[];

	constructor(
		readonly files: Files,
		readonly confdir = '/etc/config',
		readonly savedir = SAVEDIR,
		readonly step: (name: string) => void = () => {}
	) {
		this.#deltaPath = [...new Set([SAVEDIR, savedir])].sort(dir => (dir === savedir ? 1 : -1));
	}

	/** By name, or by path: then without anybody's staged changes (uci_file_load). */
	load(config: string): Package {
		this.#loaded.delete(config);
		const bare = config.startsWith('/');
		const name = config.slice(config.lastIndexOf('/') + 1);
		if (!/^[\w-]+$/.test(name)) throw new UciError('invalid');
		if (this.#loaded.has(name)) throw new UciError('duplicate');
		const path = bare ? config : `${this.confdir}/${name}`;
		const parsed = parse(name, this.#read(path));
		const saved = bare ? [] : this.#applyDeltas(parsed);
		this.#loaded.set(name, { package: parsed, path, bare, delta: [], saved });
		return parsed;
	}

	unload(config: string): boolean {
		return this.#loaded.delete(config);
	}

	/** Loads unless it is loaded. */
	open(config: string): Package {
		return this.#loaded.get(config)?.package ?? this.load(config);
	}

	section(config: string, name: string): Section {
		const section = this.open(config).find(name);
		if (!section) throw new UciError('not found');
		return section;
	}

	setType(config: string, name: string, type: string): void {
		const target = this.open(config);
		if (target.find(name)?.type === type) return;
		if (type && (!isName(name) || !isType(type))) throw new UciError('invalid');
		if (!type) return target.find(name) && this.remove(config, name);
		target.addSection(type, name);
		this.#record(config, { command: 'set', section: name, option: null, value: type });
	}

	set(config: string, name: string, option: string, value: string): void {
		const section = this.section(config, name);
		if (!isName(option)) throw new UciError('invalid');
		if (section.options.get(option) === value) return;
		if (value === '') return void (section.options.has(option) && this.remove(config, name, option));
		this.open(config).set(section, option, value);
		this.#record(config, { command: 'set', section: section.name, option, value });
	}

	/** As the ucode module sets a list: the first value overwrites, the others are appended; a single one replaces by deleting. */
	setList(config: string, name: string, option: string, values: string[]): void {
		const section = this.section(config, name);
		const [first, ...others] = values;
		if (first === undefined) throw new UciError('invalid');
		if (others.length) this.set(config, name, option, first);
		else if (section.options.has(option)) this.remove(config, name, option);
		for (const value of others.length ? others : values) {
			this.open(config).addToList(section, option, value);
			this.#record(config, { command: 'list-add', section: section.name, option, value });
		}
	}

	remove(config: string, name: string, option: string | null = null): void {
		const section = this.section(config, name);
		if (option === null) this.open(config).remove(section);
		else if (!section.options.delete(option)) throw new UciError('not found');
		this.#record(config, { command: 'remove', section: section.name, option, value: null });
	}

	/** Appends the unsaved changes to the delta file. */
	save(config: string): void {
		const loaded = this.#mustBeLoaded(config);
		if (loaded.bare) return this.commit(config);
		if (!loaded.delta.length) return;
		const path = `${this.savedir}/${config}`;
		this.#guarded(() => {
			if (!this.files.has(this.savedir)) this.#makeFolder(this.savedir);
			this.step(`uci save ${path}`);
			const text = loaded.delta.map(change => writeDelta(config, change)).join('');
			this.files.write(path, text, { append: true, mode: 0o600 });
		});
		loaded.saved.push(...loaded.delta);
		loaded.delta = [];
	}

	/**
	 * Saves, reads the file and all deltas afresh, empties the own delta file, writes a new file beside the
	 * configuration and renames it over it. Nothing happens when nothing changed. In libuci, too, the delta
	 * is emptied before the new file is in place.
	 */
	commit(config: string): void {
		const loaded = this.#mustBeLoaded(config);
		if (loaded.bare) return this.#replace(loaded);
		if (loaded.delta.length) this.save(config);
		const fresh = parse(config, this.#read(loaded.path));
		const saved = this.#applyDeltas(fresh);
		this.#loaded.set(config, { ...loaded, package: fresh, delta: [], saved: [] });
		if (!saved.length) return;
		this.#empty(`${this.savedir}/${config}`);
		this.#replace({ ...loaded, package: fresh });
	}

	/** Forgets all changes, saved or not, of this cursor's save folder. */
	revert(config: string): void {
		const { delta, bare } = this.#mustBeLoaded(config);
		if (bare) throw new UciError('invalid');
		if (delta.length) this.save(config);
		this.#empty(`${this.savedir}/${config}`);
		this.load(config);
	}

	/** Null: none. Like the ucode module, leaves a package that was named loaded. */
	changes(config: string): Delta[] | null {
		this.open(config);
		const { saved, delta } = this.#mustBeLoaded(config);
		const all = [...saved, ...delta];
		return all.length ? all : null;
	}

	configs(): string[] {
		return this.#guarded(() =>
			this.files
				.list(this.confdir)
				.filter(name => /^[\w-]+$/.test(name) && this.files.text(`${this.confdir}/${name}`) !== null)
		);
	}

	isLoaded(config: string): boolean {
		return this.#loaded.has(config);
	}

	#record(config: string, change: Delta): void {
		const loaded = this.#mustBeLoaded(config);
		if (!loaded.bare) loaded.delta.push(change);
	}

	#empty(path: string): void {
		if (!this.files.has(path)) return;
		this.#guarded(() => {
			this.step(`uci truncate ${path}`);
			this.files.write(path, '');
		});
	}

	#replace({ package: fresh, path }: Loaded): void {
		const temporary = `${this.confdir}/.${fresh.name}.uci-simulated`;
		this.#guarded(() => {
			this.step(`uci write ${temporary}`);
			this.files.write(temporary, write(fresh), { mode: 0o600 });
			try {
				this.files.chmod(temporary, this.files.stat(path).mode);
				this.step(`uci rename ${path}`);
				this.files.rename(temporary, path);
			} catch (error) {
				// Left behind when the process dies here, as in reality.
				if (error instanceof FileError) this.files.drop(temporary);
				throw error;
			}
		});
	}

	#mustBeLoaded(config: string): Loaded {
		const loaded = this.#loaded.get(config);
		if (!loaded) throw new UciError('not found');
		return loaded;
	}

	#applyDeltas(target: Package): Delta[] {
		const applied: Delta[] = [];
		for (const folder of this.#deltaPath)
			for (const change of parseDelta(target.name, this.files.text(`${folder}/${target.name}`) ?? '')) {
				try {
					target.apply(change);
				} catch (error) {
					if (!(error instanceof UciError)) throw error;
				}
				applied.push(change);
			}
		return applied;
	}

	#read(path: string): string {
		if (this.files.text(path) === null) throw new UciError('not found');
		return this.#guarded(() => this.files.read(path));
	}

	#makeFolder(path: string): void {
		if (!this.files.has(parentOf(path))) this.#makeFolder(parentOf(path));
		this.files.mkdir(path, 0o755);
	}

	/** Whatever the disk says is an I/O error to libuci. */
	#guarded<T>(task: () => T): T {
		try {
			return task();
		} catch (error) {
			if (error instanceof FileError) throw new UciError('io');
			throw error;
		}
	}
}

/** A section as uci's get_all has it. */
export interface UciSection {
	'.name': string;
	'.type': string;
	'.index': number;
	'.anonymous': boolean;
	[option: string]: OptionValue | number | boolean;
}

/** A committed configuration as `uci.get_all` gives it; staged changes do not count. */
export function readConfig(files: Files, config: string): UciSection[] {
	const text = files.text(`/etc/config/${config}`);
	if (text === null) return [];
	return parse(config, text).sections.map(({ name, type, anonymous, options }, index) => ({
		'.name': name,
		'.type': type,
		'.index': index,
		'.anonymous': anonymous,
		...Object.fromEntries(options)
	}));
}
