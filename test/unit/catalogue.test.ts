import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../src/build/outputs';
import { parse } from '../../src/build/syntax/walk';
import { checkCatalogue } from '../../src/build/catalogue/complaints';
import { TRANSLATED } from '../../src/build/catalogue/languages';
import { mergeMessages } from '../../src/build/catalogue/message';
import type { Message } from '../../src/build/catalogue/message';
import { CATALOGUE, TEMPLATE } from '../../src/build/catalogue/paths';
import { mergeCatalogue, readCatalogue, writeCatalogue } from '../../src/build/catalogue/po';
import { MAX_LENGTH, scanCode, scanJson, scanProject } from '../../src/build/catalogue/scan';
import { writeTemplate } from '../../src/build/catalogue/template';
import { checkVisible } from '../../src/build/catalogue/visible';
import { checkCatalogues } from '../../src/build/catalogue/check';

const VIEW = 'htdocs/luci-static/resources/view/wps.js';

const textsOf = (code: string) => scanCode('a.js', code).messages.map(({ id }) => id);
const rulesOf = (code: string) => scanCode('a.js', code).findings.map(({ rule, line }) => `${rule} ${line}`);
const shownIn = (code: string) => checkVisible('a.js', code, parse(code)).map(({ message }) => message.split("'")[1]);

/** A catalogue in German with the given entries. */
function german(entries: string, header: Record<string, string> = {}): string {
	const headers = {
		Language: 'de',
		'Content-Type': 'text/plain; charset=UTF-8',
		'Plural-Forms': TRANSLATED.de!.plural,
		...header
	};
	const lines = Object.entries(headers).map(([name, value]) => `"${name}: ${value}\\n"\n`);
	return `msgid ""\nmsgstr ""\n${lines.join('')}\n${entries}\n`;
}

/** What is said about a German catalogue for the texts of some code. */
function complaintsAbout(code: string, entries: string, header?: Record<string, string>): string[] {
	const messages = mergeMessages(scanCode('a.js', code).messages);
	return checkCatalogue('de', readCatalogue(german(entries, header)), messages);
}

describe('catalogue', () => {
	it('is complete and right in every language', () => {
		assert.equal(checkCatalogues(), null);
	});

	describe('scan', () => {
		it('finds what xgettext finds', () => {
			assert.deepEqual(textsOf("_('a'); _(\"b \\\"c\\\"\"); window._('d'); x ? _('e') : _(`f`); `${_('g')}`;"), [
				'a',
				'b "c"',
				'd',
				'e',
				'f',
				'g'
			]);
			assert.deepEqual(textsOf("_('one ' +\n\t'and ' + 'two')"), ['one and two']);
		});

		it('reads contexts and plural forms', () => {
			const { messages } = scanCode(
				'a.js',
				"_('Open', 'verb');\nN_(n, '%d file', '%d files', 'disk');\nN_(n, 'x', 'y')"
			);
			assert.deepEqual(
				messages.map(({ context, id, plural, uses }) => [context, id, plural, uses[0]!.line]),
				[
					['verb', 'Open', '', 1],
					['disk', '%d file', '%d files', 2],
					['', 'x', 'y', 3]
				]
			);
		});

		it('names the line where the text begins', () => {
			assert.equal(scanCode('a.js', "_(\n\t'text'\n)").messages[0]!.uses[0]!.line, 2);
		});

		it('reads menus and access lists', () => {
			const { messages } = scanJson(
				'menu.json',
				'{\n\t"a": { "title": "Say \\"hi\\"", "order": 1 },\n"description": "b" }'
			);
			assert.deepEqual(
				messages.map(({ id, uses }) => [id, uses[0]!.line]),
				[
					['Say "hi"', 2],
					['b', 3]
				]
			);
		});

		it('refuses texts that are not literals', () => {
			assert.deepEqual(rulesOf("_('fine')"), []);
			assert.deepEqual(rulesOf('\n_(text)'), ['text-literal 2']);
			assert.deepEqual(rulesOf('_(`a ${b}`)'), ['text-literal 1']);
			assert.deepEqual(rulesOf('_()'), ['text-literal 1']);
			assert.deepEqual(rulesOf("_('a', context)"), ['text-literal 1']);
			assert.deepEqual(rulesOf("N_(n, 'one')"), ['text-literal 1']);
		});

		it('refuses text functions under another name', () => {
			assert.deepEqual(rulesOf('function _(text) { return text; }\nfoo._ = { _: 1 };'), []);
			assert.deepEqual(rulesOf('const t = _;'), ['text-literal 1']);
			assert.deepEqual(rulesOf('const translate = N_;'), ['text-literal 1']);
			assert.deepEqual(rulesOf('texts.map(_)'), ['text-literal 1']);
			assert.deepEqual(rulesOf("(0, N_)(1, 'a', 'b')"), ['text-literal 1']);
		});

		it('lets one name look up what stands elsewhere: what the service says', () => {
			assert.deepEqual(rulesOf('const translate = _;\ntranslate(text);'), []);
			const { messages } = scanProject(ROOT);
			const said = messages.filter(({ uses }) => uses.some(({ file }) => file.endsWith('.uc')));
			assert.ok(said.some(({ id }) => id === 'WPS is active already.'));
		});

		it('refuses texts that looking them up would not find, and paragraphs', () => {
			assert.deepEqual(rulesOf("_('a  b'); \n_(' a');\n_('a\\nb');\n_('')"), [
				'text-shape 1',
				'text-shape 2',
				'text-shape 3',
				'text-shape 4'
			]);
			assert.deepEqual(rulesOf(`_('${'x'.repeat(MAX_LENGTH)}')`), []);
			assert.deepEqual(rulesOf(`_('${'x'.repeat(MAX_LENGTH + 1)}')`), ['text-shape 1']);
		});
	});

	describe('visible texts', () => {
		it('go through _()', () => {
			assert.deepEqual(shownIn("E('p', { class: 'cbi value' }, [_('Text here'), ' ', '✓', x])"), []);
			assert.deepEqual(
				shownIn("E('p', {}, ['%s GHz'.format(x), '%d dBm'.format(y), '%s: %s'.format(_('MAC'), z)])"),
				[]
			);
			assert.deepEqual(shownIn("E('style', {}, ['.a .b { color: red }']); E('pre', {}, 'opkg update')"), []);
			assert.deepEqual(shownIn("throw _('Not so'); N_(n, 'One thing', 'Many things')"), []);
		});

		it('are refused where they do not', () => {
			assert.deepEqual(shownIn("E('p', {}, ['still here'])"), ['still here']);
			assert.deepEqual(shownIn("E('p', 'word')"), ['word']);
			assert.deepEqual(shownIn("E('p', {}, [a ? 'yes' : b || `no ${c}`])"), ['yes', 'no ']);
			assert.deepEqual(shownIn("E('p', {}, ['%d left'.format(n)])"), ['%d left']);
			assert.deepEqual(shownIn("E('img', { alt: 'a picture', src: 'a b' })"), ['a picture']);
			assert.deepEqual(shownIn("node.textContent = 'done'"), ['done']);
			assert.deepEqual(shownIn("node.setAttribute('aria-label', 'close it')"), ['close it']);
			assert.deepEqual(shownIn("ui.showModal('title', [])"), ['title']);
			assert.deepEqual(shownIn("const text = 'Please wait'"), ['Please wait']);
		});
	});

	describe('template', () => {
		it("is LuCI's, in its order", () => {
			const { messages } = scanCode('b.js', "_('b');\n_('a \\\\ \"q\"');\nN_(n, '%d', '%d s', 'ctx')");
			const more: Message = {
				context: '',
				id: 'b',
				plural: '',
				uses: [
					{ file: 'a.js', line: 12 },
					{ file: 'a.js', line: 3 }
				]
			};
			assert.equal(
				writeTemplate(mergeMessages([...messages, more])),
				`msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8"

#: b.js:3
msgctxt "ctx"
msgid "%d"
msgid_plural "%d s"
msgstr[0] ""
msgstr[1] ""

#: b.js:2
msgid "a \\\\ \\"q\\""
msgstr ""

#: a.js:3
#: a.js:12
#: b.js:1
msgid "b"
msgstr ""
`
			);
		});
	});

	describe('merging', () => {
		const { messages } = scanCode('a.js', "_('kept');\n_('new');\nN_(n, 'one', 'many')");

		it('keeps translations, adds new texts and drops those that are gone', () => {
			const former = readCatalogue(
				german('# a word\n#: old.js:7\nmsgid "kept"\nmsgstr "behalten"\n\nmsgid "gone"\nmsgstr "weg"')
			);
			assert.equal(
				writeCatalogue(mergeCatalogue(former, messages)).split('\n\n').slice(1).join('\n\n'),
				`# a word
#: a.js:1
msgid "kept"
msgstr "behalten"

#: a.js:2
msgid "new"
msgstr ""

#: a.js:3
msgid "one"
msgid_plural "many"
msgstr[0] ""
msgstr[1] ""
`
			);
		});

		it('changes nothing the second time', () => {
			const once = writeCatalogue(mergeCatalogue(readCatalogue(german('')), messages));
			assert.equal(writeCatalogue(mergeCatalogue(readCatalogue(once), messages)), once);
		});
	});

	describe('of a language', () => {
		const about = (id: string, text: string) => complaintsAbout(`_('${id}')`, `msgid "${id}"\nmsgstr "${text}"`);
		const forms = (...texts: string[]) =>
			complaintsAbout(
				"N_(n, '%d try', '%d tries')",
				`msgid "%d try"\nmsgid_plural "%d tries"\n${texts.map((text, i) => `msgstr[${i}] "${text}"`).join('\n')}`
			);

		it('is accepted when it is right', () => {
			assert.deepEqual(about('%s has %d', '%s hat %d'), []);
			assert.deepEqual(forms('%d Versuch', '%d Versuche'), []);
		});

		it('is complete', () => {
			assert.deepEqual(about('a', ''), ["'a' is not translated"]);
			assert.deepEqual(complaintsAbout("_('a')", ''), ["'a' is missing (npm run i18n)"]);
			assert.deepEqual(forms('%d Versuch', ''), ["'%d try', form 1, is not translated"]);
		});

		it('has nothing else', () => {
			assert.deepEqual(complaintsAbout('', 'msgid "a"\nmsgstr "b"'), ["'a' is used no more (npm run i18n)"]);
		});

		it('has nothing fuzzy, which LuCI would show', () => {
			assert.deepEqual(complaintsAbout("_('a')", '#, fuzzy\nmsgid "a"\nmsgstr "b"'), [
				"'a' is fuzzy: check it and remove the mark"
			]);
		});

		it('has the same placeholders in the same order', () => {
			assert.deepEqual(about('%s', 'x'), ["'%s' has '' instead of '%s'"]);
			assert.deepEqual(about('%s: %d', '%d: %s'), ["'%s: %d' has '%d %s' instead of '%s %d'"]);
			assert.deepEqual(about('%h', '%1$h'), ["'%h' has '%1$h' instead of '%h'"]);
			assert.deepEqual(about('all', '100 % drin'), ["'all' has '% d' instead of ''"]);
			assert.deepEqual(forms('%d Versuch', 'Versuche'), ["'%d try', form 1, has '' instead of '%d'"]);
		});

		it('has the same white space at its ends', () => {
			assert.deepEqual(about('a', 'a '), ["'a' begins or ends with other white space"]);
			assert.deepEqual(about('a', '\\na'), ["'a' begins or ends with other white space"]);
		});

		it('has no markup of its own', () => {
			assert.deepEqual(about('a', '<b>a</b>'), ["'a' has markup, which would be shown as text"]);
		});

		it('has as many forms as the language', () => {
			assert.deepEqual(forms('%d Versuch'), ["'%d try' has 1 forms instead of 2"]);
		});

		it('has the right header', () => {
			const header = {
				Language: 'fr',
				'Content-Type': 'text/plain; charset=ASCII',
				'Plural-Forms': 'nplurals=2; plural=n != 1'
			};
			assert.deepEqual(complaintsAbout('', '', header), [
				"Language is 'fr' instead of 'de'",
				"Content-Type is 'text/plain; charset=ASCII' instead of 'text/plain; charset=UTF-8'",
				"Plural-Forms is 'nplurals=2; plural=n != 1' instead of 'nplurals=2; plural=n != 1;'"
			]);
		});

		it('is one that LuCI has', () => {
			assert.match(checkCatalogue('tlh', readCatalogue(german('')), [])[0]!, /no language/);
		});
	});

	it('ends every rule of plural forms with a semicolon and counts its forms', () => {
		for (const [folder, { plural }] of Object.entries(TRANSLATED)) {
			const [, count, rule] = /^nplurals=(\d); plural=(.*);$/.exec(plural) ?? [];
			const formOf = new Function('n', `return +(${rule})`) as (n: number) => number;
			const used = new Set(Array.from({ length: 200 }, (_value, n) => formOf(n)));
			assert.deepEqual(
				[...used].toSorted(),
				Array.from({ length: Number(count) }, (_value, form) => form),
				folder
			);
		}
	});

	describe('of a project', () => {
		/** A small project in order, changed by `change`, and what is said about it. */
		function complaintsOf(change: (files: Map<string, string | null>) => void): string | null {
			const root = mkdtempSync(join(tmpdir(), 'luci-app-wps-catalogue-'));
			const write = (path: string, text: string) => {
				mkdirSync(dirname(join(root, path)), { recursive: true });
				writeFileSync(join(root, path), text);
			};
			try {
				write(VIEW, "'use strict';\nE('p', {}, [_('text')]);\n");
				write('root/usr/share/rpcd/ucode/luci.wps.uc', "const x = _('text');\n");
				write('root/usr/share/luci/menu.d/app.json', '{ "a": { "title": "WPS" } }\n');
				write('root/etc/other', "_('not looked into')\n");
				const { messages } = scanProject(root);
				const files = new Map<string, string | null>([[TEMPLATE, writeTemplate(messages)]]);
				for (const [folder, { plural }] of Object.entries(TRANSLATED)) {
					const former = readCatalogue(
						german('msgid "text"\nmsgstr "x"\n\nmsgid "WPS"\nmsgstr "WPS"', {
							Language: folder,
							'Plural-Forms': plural
						})
					);
					files.set(CATALOGUE(folder), writeCatalogue(mergeCatalogue(former, messages)));
				}
				change(files);
				for (const [path, text] of files) if (text !== null) write(path, text);
				return checkCatalogues(root);
			} finally {
				rmSync(root, { recursive: true });
			}
		}

		it('are fine when all is up to date', () => {
			assert.equal(
				complaintsOf(files => {
					assert.match(files.get(TEMPLATE)!, /#: htdocs\S+:2\n#: root\S+uc:1\nmsgid "text"\n/);
				}),
				null
			);
		});

		it('have a template that is up to date', () => {
			assert.equal(
				complaintsOf(files => files.set(TEMPLATE, files.get(TEMPLATE)!.replace('"text"', '"other"'))),
				'po/templates/wps.pot: stale (npm run i18n)'
			);
			assert.equal(
				complaintsOf(files => files.set(TEMPLATE, null)),
				'po/templates/wps.pot: stale (npm run i18n)'
			);
		});

		it('have every language', () => {
			assert.equal(
				complaintsOf(files => files.set('po/ja/wps.po', null)),
				'po/ja/wps.po: missing (npm run i18n)'
			);
		});

		it('name the catalogue that is wrong', () => {
			assert.equal(
				complaintsOf(files => files.set('po/pl/wps.po', files.get('po/pl/wps.po')!.replace('"x"', '""'))),
				"po/pl/wps.po: 'text' is not translated"
			);
		});

		it('refuse texts of the view that bypass _()', () => {
			assert.match(
				complaintsOf(files => files.set(VIEW, "'use strict';\nE('p', {}, [_('text'), 'not this']);\n"))!,
				/wps\.js:2: untranslated: 'not this'/
			);
		});
	});
});
