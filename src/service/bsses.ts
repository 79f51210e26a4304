import type { Bss, Software } from '../contract/bss';
import { bssesNow } from '../core/wireless/bsses';
import { readConfiguration } from '../core/wireless/configuration';
import { softwareOf } from '../core/wireless/software';
import { programStamp, stagedSections, wirelessHandlers, wirelessPrograms, wirelessSections } from '../router/wireless';

let known: { stamp: string; software: Software } | null = null;

/** What reads the configuration on this router; a package may replace it while rpcd runs. */
export function software(): Software {
	const stamp = programStamp();
	if (known?.stamp !== stamp) known = { stamp, software: softwareOf(wirelessPrograms()) };

	return known!.software;
}

/**
 * All access points that the configuration names, whether on the air or not.
 * @param status  what `network.wireless status` answered, or null
 */
export function readBsses(status: any): Bss[] {
	const configuration = readConfiguration(wirelessSections(), software());

	return bssesNow(configuration, status, stagedSections(), wirelessHandlers());
}
