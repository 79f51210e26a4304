import './core/builtins';
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '../../src/contract/error';
import { PROBLEMS } from '../../src/contract/problem';
import { acl } from '../../src/manifest/acl';

const ROOT = join(import.meta.dirname, '../..');
const API = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');

/** The rows of the table under this heading whose first cell is a code: its cells, without marks. */
function rows(heading: string): string[][] {
	const start = API.indexOf(heading);
	ok(start >= 0, heading);
	const lines = API.slice(start).split('\n');
	const table = lines.slice(lines.findIndex(line => line.startsWith('|')));
	const end = table.findIndex(line => !line.startsWith('|'));
	return table.slice(2, end).map(line =>
		line
			.split('|')
			.slice(1, -1)
			.map(cell => cell.trim().replaceAll('`', ''))
	);
}

/** Words in quotes of a type in a source of the contract. */
function words(file: string, type: string): string[] {
	const text = readFileSync(join(ROOT, 'src/contract', file), 'utf8');
	const body = text.slice(text.indexOf(`export type ${type} =`));
	return [...body.slice(0, body.indexOf(';')).matchAll(/'([a-z_.]+)'/g)].map(found => found[1]!);
}

describe('docs/api.md', () => {
	it('has every method, and says who may call it', () => {
		const { read, write } = acl['luci-app-wps']!;
		const methods = [...read.ubus['luci.wps'], ...write.ubus['luci.wps']];
		deepEqual(
			rows('## Methods')
				.map(([name]) => name)
				.sort(),
			methods.toSorted()
		);
		const sentence = API.slice(API.indexOf('A login with read access'), API.indexOf('the others need write'));
		for (const name of read.ubus['luci.wps']) ok(sentence.includes(`\`${name}\``), name);
		for (const name of write.ubus['luci.wps']) ok(!sentence.includes(`\`${name}\``), name);
	});

	it('has every problem, in their order, with what start answers and the mend', () =>
		deepEqual(
			rows('## `status`'),
			Object.entries(PROBLEMS).map(([code, { refusal, fix }]) => [
				code,
				refusal ? 'error' : 'warning',
				refusal ?? '–',
				fix ?? '–'
			])
		));

	it('has every error, with its exit code', () =>
		deepEqual(
			rows('## Errors').map(([code, exit]) => [code, Number(exit)]),
			Object.entries(ERRORS).map(([code, { status }]) => [code, status])
		));

	it('has every reason, job code and event', () => {
		deepEqual(
			rows('## Session').map(([reason]) => reason),
			words('session.ts', 'Reason')
		);
		deepEqual(
			rows('## Job').map(([code]) => code),
			words('job.ts', 'JobCode')
		);
		const events = rows('## Events').flatMap(([types]) => types!.match(/[a-z_]+/g) ?? []);
		for (const state of words('session.ts', 'SessionState'))
			ok(events.includes(state === 'waiting' ? 'started' : state), state);
		const text = readFileSync(join(ROOT, 'src/contract/event.ts'), 'utf8');
		for (const [, type] of text.matchAll(/type: ((?:'[a-z_]+'(?: \| )?)+);/g))
			for (const word of type!.match(/[a-z_]{4,}/g) ?? []) ok(events.includes(word), word);
	});
});
