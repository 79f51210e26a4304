import { clearLine, createInterface, cursorTo } from 'node:readline';

/** Lines from the terminal; without one it just serves. Answers how something is said there. */
export function converse(
	answer: (text: string) => Promise<string>,
	quit: () => void = () => process.exit(0)
): (text: string) => void {
	const { stdin, stdout } = process;
	const terminal = createInterface({ input: stdin, output: stdout, terminal: stdin.isTTY });
	const prompt = () => {
		if (stdin.isTTY) terminal.prompt(true);
	};
	terminal.on('line', async line => {
		const text = line.trim();
		if (text === 'quit' || text === 'q') return quit();
		if (text) console.log(await answer(text));
		prompt();
	});
	terminal.on('close', () => stdin.isTTY && quit());
	prompt();
	return text => {
		// above what is being typed, which then stands below it again
		if (stdin.isTTY) {
			cursorTo(stdout, 0);
			clearLine(stdout, 0);
		}
		console.log(`  ${text}`);
		prompt();
	};
}
