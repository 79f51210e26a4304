/* Mocha's usual report on the terminal, and its numbers in the file that test/run.ts named. */
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Spec {
	constructor(runner, options) {
		super(runner, options);
		runner.once('end', () => {
			const { passes, failures, pending } = this.stats;
			writeFileSync(options.reporterOption.output, JSON.stringify({ passes, failures, pending }));
		});
	}
};
