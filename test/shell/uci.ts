import { basename } from 'node:path';
import { parse, parseDelta, write, type Package, type Section } from '../router/uci';

/** What a command says and how it ends. */
export interface Said {
	code: number;
	stdout: string;
}

/** Reads a file of the router; null: there is none. */
type Read = (path: string) => string | null;

const CONFDIR = '/etc/config';
const SAVEDIR = '/tmp/.uci';

/**
 * What scripts on the router ask of `uci`: `export`, by name or by path, and `get`, with the options -q, -n and -N
 * (cli.c of openwrt/uci). A configuration that is named by its path comes without unsaved changes. Errors are told
 * by the exit code alone.
 */
export function uci(args: string[], read: Read): Said {
	const flags = args.filter(arg => arg.startsWith('-'));
	const [command = '', what = '', ...more] = args.filter(arg => !arg.startsWith('-'));
	const strange = flags.find(flag => !['-q', '-n', '-N'].includes(flag));
	if (strange !== undefined || more.length > 0)
		throw new Error(`uci ${args.join(' ')}: more than the stand-in knows`);
	try {
		if (command === 'export') {
			const named = flags.findLast(flag => flag !== '-q') === '-n';
			return { code: 0, stdout: exported(load(what, read), named) };
		}
		if (command === 'get') return get(what, read);
	} catch {
		return { code: 1, stdout: '' };
	}
	throw new Error(`uci ${command}: the stand-in does not know this command`);
}

function load(what: string, read: Read): Package {
	const byPath = what.startsWith('/');
	const name = basename(what);
	const text = read(byPath ? what : `${CONFDIR}/${name}`);
	if (text === null) throw new Error('not found');
	const config = parse(name, text);
	const changes = byPath ? '' : (read(`${SAVEDIR}/${name}`) ?? '');
	for (const change of parseDelta(name, changes)) config.apply(change);
	return config;
}

function exported(config: Package, named: boolean): string {
	if (named) for (const section of config.sections) section.anonymous = false;
	return `package ${config.name}\n${config.sections.length > 0 ? write(config) : '\n'}`;
}

function get(what: string, read: Read): Said {
	const [config = '', name = '', option] = what.split('.');
	const section: Section | undefined = load(config, read).find(name);
	const value = option === undefined ? section?.type : section?.options.get(option);
	return value === undefined ? { code: 1, stdout: '' } : { code: 0, stdout: `${[value].flat().join(' ')}\n` };
}
