import type { Section } from './options';

/** The committed wireless configuration: sections by name, as uci's get_all gives them. */
export interface Sections {
	[name: string]: Section;
}

/** The sections of one type in the order of the file. */
export function sectionsOfType(sections: Sections, wanted: string): Section[] {
	const found = filter(values(sections), section => section['.type'] === wanted);

	return sort(found, (a, b) => a['.index'] - b['.index']);
}

/**
 * What netifd calls a section in `network.wireless status`: by its name, or, where netifd is C and the section has none, by its
 * place among those of its type (config.c config_wdev_parse_wireless_interface).
 */
export function netifdName(section: Section, place: number, software: { netifd: string }): string {
	return section['.anonymous'] && software.netifd === 'c' ? `@${section['.type']}[${place}]` : section['.name'];
}
