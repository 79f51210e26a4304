/*
 * .ipk: a gzipped tar of `debian-binary`, `data.tar.gz` (the files) and `control.tar.gz` (the
 * paragraph about the package, and its scripts). Not ar, as Debian's (facts/packaging.md §1).
 */
import { gzip, tar } from './archive';
import type { Member } from './archive';
import { byBytes, foldersOf } from './contents';
import { controlText, RELEASE } from './control';
import type { Package } from './control';

/** A package file and what an index says about it. */
export interface Ipk {
	name: string;
	content: Uint8Array;
	control: string;
}

function dataMembers({ files }: Package): Member[] {
	const folders = foldersOf(files).map(name => ({ name: name ? `./${name}/` : './', mode: 0o755 }));
	const members = files.map(({ path, mode, content }) => ({ name: `.${path}`, mode, content }));
	return [...folders, ...members].toSorted((a, b) => byBytes(a.name, b.name));
}

function controlMembers(control: string, { ipk, conffiles }: Package): Member[] {
	const members = Object.entries(ipk.scripts).map(([name, text]) => ({ name, mode: 0o755, text }));
	members.push({ name: 'control', mode: 0o644, text: control });
	if (conffiles.length > 0) members.push({ name: 'conffiles', mode: 0o644, text: `${conffiles.join('\n')}\n` });
	return [
		{ name: './', mode: 0o755 },
		...members
			.toSorted((a, b) => byBytes(a.name, b.name))
			.map(({ name, mode, text }) => ({ name: `./${name}`, mode, content: Buffer.from(text) }))
	];
}

/** Writes a package; `epoch` is the time of everything in it. */
export async function buildIpk(pkg: Package, epoch: number): Promise<Ipk> {
	const data = await tar(dataMembers(pkg), epoch);
	const control = controlText(pkg, data.length, epoch);
	const about = await tar(controlMembers(control, pkg), epoch);
	const members = [
		{ name: './debian-binary', mode: 0o644, content: Buffer.from('2.0\n') },
		{ name: './data.tar.gz', mode: 0o644, content: gzip(data) },
		{ name: './control.tar.gz', mode: 0o644, content: gzip(about) }
	];
	return {
		name: `${pkg.name}_${RELEASE.version}_all.ipk`,
		content: gzip(await tar(members, epoch)),
		control
	};
}
