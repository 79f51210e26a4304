// rule: none
import * as fs from 'fs';
import { connect as open } from 'ubus';

/** Values of a list, halved and rounded. */
function halves(list) {
	const found = [];
	for (const one of list) push(found, int(one / 2));
	return found;
}

let later;

function countDown(n) {
	return n > 0 ? later(n - 1) : 0;
}

later = n => countDown(n);

const log = require('log');
const mode = 0o600;

export default {
	halves,
	read(path) {
		try {
			return match(fs.readfile(path) ?? '', /[0-9]{8}/)?.[0];
		} catch (e) {
			return `${path}: ${e.message}\n`;
		}
	},
	open: (...args) => [open, later, log, mode, ...args]
};
