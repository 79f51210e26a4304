import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildHandler } from '../../../src/build/ucode/handler';
import { buildViewPart } from '../../../src/build/view/part';
import { buildView } from '../../../src/build/view/view';

/** Puts files into a folder of their own for as long as `use` takes. */
export async function withFiles<T>(files: Record<string, string>, use: (root: string) => T | Promise<T>): Promise<T> {
	const root = mkdtempSync(join(tmpdir(), 'luci-app-wps-build-'));
	try {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		return await use(root);
	} finally {
		rmSync(root, { recursive: true });
	}
}

const UNTRANSLATED = { 'src/service/untranslated.ts': 'export function _(text: string) {\n\treturn text;\n}\n' };

export const handlerOf = (files: Record<string, string>) =>
	withFiles({ ...UNTRANSLATED, ...files }, root => buildHandler(root));

export const viewOf = (files: Record<string, string>) => withFiles(files, root => buildView(root));

/** The tab and one part of it. */
export const tabOf = (files: Record<string, string>, part: string) =>
	withFiles(files, async root => ({ view: await buildView(root), part: await buildViewPart(root, part) }));
