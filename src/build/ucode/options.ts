import type { BundleOptions } from '../script/bundle';
import { REQUIRE } from './steps/restore-require';

/** Where the handler begins. */
export const ENTRY = 'src/service/plugin.ts';

/** How its parts are called: ucode looks for the module `luci.wps.NAME` in /usr/share/ucode/luci/wps/NAME.uc. */
export const MODULE = 'luci.wps.';

/** How modules on their way to ucode are joined. */
export const OPTIONS: BundleOptions = {
	// ucode's own modules
	external: ['fs', 'ubus', 'uci', 'uloop', 'log'],
	inject: ['src/service/untranslated.ts'],
	define: { require: REQUIRE }
};
