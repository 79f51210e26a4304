/** OpenWrt's releases; `main` is the development branch of August 2026. */
export type Release = '22.03' | '23.05' | '24.10' | '25.12' | 'main';

export const RELEASES: Release[] = ['22.03', '23.05', '24.10', '25.12', 'main'];

/** Is it this release or a later one? */
export function since(release: Release, first: Release): boolean {
	return RELEASES.indexOf(release) >= RELEASES.indexOf(first);
}

/** What a router runs of which nothing else is said; another release by the environment. */
export const USUAL: Release = RELEASES.find(each => each === process.env['WPS_RELEASE']) ?? '25.12';
