import type { Family } from '../script/parts';
import { ENTRY, MODULE, OPTIONS } from './options';

/** The handler and what most routers never need, which does not stay in rpcd's memory. */
export const HANDLER: Family = {
	entry: ENTRY,
	folder: 'src/service/parts',
	base: 'look',
	options: OPTIONS,
	later: false,
	names: /^[a-z]\w*$/,
	whyNames: 'ucode finds modules whose names are letters, digits and _ only',
	outputOf: part => `root/usr/share/ucode/luci/wps/${part}.uc`,
	open: part => `require('${MODULE}${part}')(resident)`
};
