import { equal, throws } from 'node:assert/strict';
import { joinDeclarations, packNames, shortNames } from '../../../src/build/package/pack-names';
import { shorten } from '../../../src/build/package/shorten';

const NAMES = shortNames(['judge', 'note', 'ask']);

describe('what the files of a handler share', () => {
	it('has short names on both sides', () => {
		equal(
			packNames("resident.ask = ask;\nloadLook().judge(1);\nother.note = note;\nresident['ask'];\n", NAMES),
			"resident.aA = ask;\nloadLook().aB(1);\nother.note = note;\nresident['ask'];\n"
		);
		equal(
			packNames(
				'return resident => {\n\tconst ask = resident.ask;\n\treturn { judge, note: tell };\n};\n',
				NAMES
			),
			'return resident => {\n\tconst ask = resident.aA;\n\treturn { aB: judge, aC: tell };\n};\n'
		);
	});

	it('has as many names as there are short ones', () =>
		throws(() => shortNames(Array.from({ length: 677 }, (_each, index) => `n${index}`)), /more names/));
});

describe('declarations that follow each other', () => {
	it('become one statement', () =>
		equal(
			joinDeclarations('const a = 1;\nconst b = 2;\nlet c = 3;\nf();\nlet d = 4;\n'),
			'const a = 1, b = 2;\nlet c = 3;\nf();\nlet d = 4;\n'
		));
});

describe('the names of a part', () => {
	it('are as good as at the top: those below begin anew', () =>
		equal(
			shorten('return resident => {\n\tconst ask = resident.ask;\n\treturn { one: x => ask(x) };\n};\n'),
			'return A => {\n\tconst B = A.ask;\n\treturn { one: a => B(a) };\n};\n'
		));
});
