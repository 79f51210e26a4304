/** UCI: texts of /etc/config, and libuci's way of changing them. */
export { Context, readConfig, SAVEDIR } from './uci/cursor';
export { UciError } from './uci/error';
export { Package, type Delta, type OptionValue, type Section } from './uci/package';
export { parse, parseDelta, quote, write, writeDelta } from './uci/text';
