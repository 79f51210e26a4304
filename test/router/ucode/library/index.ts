import { ExceptionObject, UcodeError } from '../errors';
import { parseJson } from '../json';
import { toText } from '../print';
import { sprintf as format } from '../sprintf';
import { kindOf } from '../types';
import * as collections from './collections';
import * as numbers from './numbers';
import * as strings from './strings';

export type Library = Record<string, (...args: never[]) => unknown>;

/** Vector: try-catch. */
function die(reason?: unknown): never {
	if (reason instanceof ExceptionObject) throw new UcodeError('Error', reason.message);
	throw new UcodeError('Error', reason === undefined || reason === null ? 'Died' : toText(reason));
}

function json(text: unknown): unknown {
	if (typeof text === 'object' && text !== null)
		throw new UcodeError('Type error', 'Input object does not implement read() method');
	if (typeof text !== 'string') throw new UcodeError('Type error', 'Passed value is neither a string nor an object');
	return parseJson(text);
}

/**
 * The functions of src/typings/ucode.d.ts that need no host. `time`, `clock`, `system`, `warn` come
 * from Host.globals, `require` from Host.modules.
 */
export const LIBRARY: Library = {
	...collections,
	...numbers,
	...strings,
	type: kindOf,
	sprintf: (text: unknown, ...values: unknown[]) => format(text, values),
	json,
	gc: () => true,
	die
};
