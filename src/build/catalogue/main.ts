/*
 * npm run i18n    reads the texts of the compiled files into po/templates/wps.pot and brings po/<language>/wps.po up to them
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../outputs';
import { showFinding } from '../finding';
import { TRANSLATED } from './languages';
import { CATALOGUE, findFolders, TEMPLATE } from './paths';
import { createCatalogue, listTranslations, mergeCatalogue, readCatalogue, writeCatalogue } from './po';
import { scanProject } from './scan';
import { writeTemplate } from './template';

function write(path: string, text: string): void {
	mkdirSync(dirname(join(ROOT, path)), { recursive: true });
	writeFileSync(join(ROOT, path), text);
}

const { messages, findings } = scanProject(ROOT);
for (const finding of findings) console.error(showFinding(finding));
if (findings.length > 0) process.exitCode = 1;

write(TEMPLATE, writeTemplate(messages));
console.log(`${TEMPLATE}: ${messages.length} texts`);

for (const folder of new Set([...Object.keys(TRANSLATED), ...findFolders(ROOT)])) {
	const path = CATALOGUE(folder);
	const file = join(ROOT, path);
	const former = existsSync(file) ? readCatalogue(readFileSync(file, 'utf8')) : createCatalogue(folder, new Date());
	const catalogue = mergeCatalogue(former, messages);
	write(path, writeCatalogue(catalogue));
	const open = listTranslations(catalogue).filter(({ msgstr }) => msgstr.includes('')).length;
	console.log(`${path}: ${open > 0 ? `${open} to translate` : 'complete'}`);
}
