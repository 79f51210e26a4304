import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../root');

/** Scripts that the package brings. */
const SCRIPTS = readdirSync(ROOT, { recursive: true })
	.map(String)
	.filter(name => statSync(join(ROOT, name)).isFile())
	.filter(name => readFileSync(join(ROOT, name), 'utf8').startsWith('#!/bin/sh'))
	.sort();

describe('shell scripts', function () {
	this.timeout(120_000);

	it('are there', () => equal(SCRIPTS.includes('etc/init.d/wps-guard'), true));

	for (const name of SCRIPTS) {
		it(`${name}: shellcheck has nothing to say`, () => {
			const { stdout, stderr, status } = spawnSync('shellcheck', ['--shell=dash', join(ROOT, name)], {
				encoding: 'utf8'
			});
			deepEqual([stdout + stderr, status], ['', 0]);
		});

		it(`${name}: may be run`, () => equal(statSync(join(ROOT, name)).mode & 0o777, 0o755));
	}
});
