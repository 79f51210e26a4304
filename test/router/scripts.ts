import type { Files } from './files';
import { since, type Release } from './release';

/** What of netifd and of the wifi-scripts the handler looks at, to know how they read the configuration. */
export function installScripts(files: Files, release: Release): void {
	const words = since(release, 'main') ? "'uuid' 'dpp'" : '';
	files.put('/lib/netifd/wireless/mac80211.sh', '#!/bin/sh\nadd_driver mac80211\n', { mode: 0o755 });
	files.put('/lib/netifd/hostapd.sh', `# ${since(release, '24.10') ? 'sae_password_file ' : ''}${words}\n`);
	if (!since(release, '25.12')) return;
	files.put('/lib/netifd/wireless.uc', "'use strict';\n");
	files.put('/usr/share/ucode/wifi/ap.uc', `'use strict'; // ${words}\n`);
}
