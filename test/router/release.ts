/** OpenWrt's releases; `main` is the development branch of August 2026. */
export type Release = '22.03' | '23.05' | '24.10' | '25.12' | 'main';

const ORDER: Release[] = ['22.03', '23.05', '24.10', '25.12', 'main'];

/** Is it this release or a later one? */
export function since(release: Release, first: Release): boolean {
	return ORDER.indexOf(release) >= ORDER.indexOf(first);
}
