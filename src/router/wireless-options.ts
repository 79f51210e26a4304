import { committed } from './wireless';

/** Options of a section by name; null where one is absent. */
export type Options = { [option: string]: string | string[] | null };

/** What these options are now. */
export function readOptions(section: string, names: string[]): Options {
	const cursor = committed();
	const options: Options = {};
	for (const name of names) options[name] = cursor.get('wireless', section, name) ?? null;

	return options;
}

/**
 * Sets and deletes options of wifi-iface sections and commits them: libuci replaces the file at
 * once, so it is the old or the new one. False when that failed: nothing has changed then.
 */
export function writeOptions(changes: { [section: string]: Options }): boolean {
	const cursor = committed();

	for (const section of keys(changes)) {
		const options = changes[section];
		for (const name of keys(options)) {
			const value = options[name];
			if (value !== null) cursor.set('wireless', section, name, value);
			else if (cursor.get('wireless', section, name) !== null) cursor.delete('wireless', section, name);
		}
	}

	/** Nothing else is loaded, and ucode of 22.03 refuses a name. */
	return cursor.commit() === true;
}
