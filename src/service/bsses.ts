import type { Bss, Software } from '../contract/bss';
import { bssesNow } from '../core/wireless/bsses';
import { readConfiguration, type Configuration } from '../core/wireless/configuration';
import { softwareOf } from '../core/wireless/software';
import {
	programStamp,
	stagedSections,
	wirelessHandlers,
	wirelessPrograms,
	wirelessSections,
	wirelessStamp
} from '../router/wireless';

/** What was read last, as long as the files are the same. */
let programs: { stamp: string; software: Software } | null = null;
let file: { stamp: string; configuration: Configuration } | null = null;

/** What reads the configuration on this router; a package may replace it while rpcd runs. */
export function software(): Software {
	const stamp = programStamp();
	if (programs?.stamp !== stamp) programs = { stamp, software: softwareOf(wirelessPrograms()) };

	return programs!.software;
}

/** What the committed configuration says to these programs. */
function configuration(): Configuration {
	const reader = software();
	const stamp = `${wirelessStamp()}/${programs!.stamp}`;
	if (file?.stamp !== stamp) file = { stamp, configuration: readConfiguration(wirelessSections(), reader) };

	return file!.configuration;
}

/**
 * All access points that the configuration names, whether on the air or not.
 * @param status  what `network.wireless status` answered, or null
 */
export function readBsses(status: any): Bss[] {
	return bssesNow(configuration(), status, stagedSections(), wirelessHandlers());
}
