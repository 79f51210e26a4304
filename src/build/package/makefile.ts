import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../outputs';

/** The manifest for the buildroot, where version, names and scripts of the package are written down once. */
const TEXT = readFileSync(join(ROOT, 'Makefile'), 'utf8');

/** What a variable is set to by `NAME:=value`; `$(OTHER)` in it is replaced. */
export function readVariable(name: string): string {
	const value = new RegExp(`^${name}:=(.*)$`, 'm').exec(TEXT)?.[1];
	if (value === undefined) throw new Error(`Makefile does not set ${name}`);
	return value.trim().replaceAll(/\$\((\w+)\)/g, (_match, other: string) => readVariable(other));
}

/** What the Makefile defines for the package, a script or a list, as make hands it to the shell. */
export function readDefinition(name: string): string {
	const text = new RegExp(`^define Package/\\$\\(PKG_NAME\\)/${name}\\n(.*?)^endef$`, 'ms').exec(TEXT)?.[1];
	if (text === undefined) throw new Error(`Makefile does not define ${name}`);
	return text.replaceAll('$$', '$');
}
