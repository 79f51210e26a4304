export type { Bss } from './bss';
export type { CliResult } from './cli';
export type { BssConfig, RadioConfig, WpsConfig } from './config';
export { Hostapd, type Build } from './daemon';
export type { Files } from './files';
export type { Credential } from './credential';
export { toPsk } from './psk-file';
export { WALK_TIME } from './registrar';
