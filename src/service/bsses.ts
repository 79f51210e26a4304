import type { Bss, Software } from '../contract/bss';
import { bssesNow } from '../core/wireless/bsses';
import { readConfiguration, type Configuration } from '../core/wireless/configuration';
import { softwareOf } from '../core/wireless/software';
import { madeOf, type Made } from '../router/freshness';
import {
	programStamp,
	stagedSections,
	wirelessHandlers,
	wirelessPrograms,
	wirelessSections,
	wirelessStamp
} from '../router/wireless';

let programs: Made<Software> | null = null;
let file: Made<Configuration> | null = null;

/** What reads the configuration on this router; a package may replace it while rpcd runs. */
export function software(): Software {
	programs = madeOf(programs, programStamp(), () => softwareOf(wirelessPrograms()));

	return programs.value;
}

/** What the committed configuration says to these programs. */
function configuration(): Configuration {
	file = madeOf(file, wirelessStamp(), () => readConfiguration(wirelessSections(), software()));

	return file.value;
}

/** The access points as they were found last, and what netifd and others said then: as long as that is the same, so are they. */
let bsses_found: { configuration: Configuration; told: string; bsses: Bss[] } | null = null;

/**
 * All access points that the configuration names, whether on the air or not; the same list while nothing of them has changed.
 * @param status  what `network.wireless status` answered, or null
 */
export function readBsses(status: any): Bss[] {
	const committed = configuration();
	const staged = stagedSections();
	const handlers = wirelessHandlers();
	const told = sprintf('%J', [status, staged, handlers]);

	if (bsses_found?.configuration !== committed || bsses_found?.told !== told)
		bsses_found = { configuration: committed, told, bsses: bssesNow(committed, status, staged, handlers) };

	return bsses_found!.bsses;
}
