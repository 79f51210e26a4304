import type { Guard } from '../contract/status';
import { settingsOf } from './own-settings';

/** What the boot guard (root/etc/init.d/wps-guard) has taken away and will put back; null: nothing. */
export function readGuard(): Guard | null {
	const section = settingsOf('guard')[0] ?? null;

	return section === null ? null : { when: int(section.options.when ?? '0'), sections: section.lists.section ?? [] };
}
