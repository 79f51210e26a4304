import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalogue } from './complaints';
import { TRANSLATED } from './languages';
import { CATALOGUE, findFolders, TEMPLATE } from './paths';
import { readCatalogue } from './po';
import { scanProject } from './scan';
import { writeTemplate } from './template';
import { ROOT } from '../outputs';
import { showFinding } from '../finding';

/** What is wrong with the texts of the compiled files and their translations, or null. */
export function checkCatalogues(root = ROOT): string | null {
	const { messages, findings } = scanProject(root);
	const complaints = findings.map(showFinding);
	const template = join(root, TEMPLATE);
	if (!existsSync(template) || readFileSync(template, 'utf8') !== writeTemplate(messages))
		complaints.push(`${TEMPLATE}: stale (npm run i18n)`);

	for (const folder of new Set([...Object.keys(TRANSLATED), ...findFolders(root)])) {
		const path = CATALOGUE(folder);
		if (!existsSync(join(root, path))) complaints.push(`${path}: missing (npm run i18n)`);
		else {
			const catalogue = readCatalogue(readFileSync(join(root, path), 'utf8'));
			complaints.push(...checkCatalogue(folder, catalogue, messages).map(complaint => `${path}: ${complaint}`));
		}
	}
	return complaints.join('\n') || null;
}
