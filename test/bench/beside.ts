/*
 * The tab beside LuCI's own Wireless page, both in LuCI's real runtime on the same router: requests, bytes and time of a
 * warm load, and what a minute of looking at it asks of the router. Time is only printed: it is the machine's.
 *   LUCI_DIR=a checkout of LuCI  npx tsx test/bench/beside.ts
 */
import { spawnSync } from 'node:child_process';
import { ROOT } from '../../src/build/outputs';

if (!process.env['LUCI_DIR']) throw new Error('LUCI_DIR names no checkout of LuCI');

const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', 'test/browser/beside.test.ts'];

process.exitCode = spawnSync(process.execPath, mocha, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
