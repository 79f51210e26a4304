import type { Dist } from './dist';

/** How many bytes the app may take on the flash of a router, which often has 8 MB in all, and on the way to it. */
export const LIMITS = {
	/** all files, as they are in the package */
	installed: 120_000,
	ipk: 40_000
};

/** What the packages of the app weigh. */
export function weigh({ app }: Dist): typeof LIMITS {
	return { installed: app.installed.reduce((sum, { content }) => sum + content.length, 0), ipk: app.ipk };
}

/** What is larger than it may be, or null. */
export function checkWeight(weight: typeof LIMITS): string | null {
	const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
	const tooLarge = names.filter(name => weight[name] > LIMITS[name]);
	return tooLarge.map(name => `${name}: ${weight[name]} of ${LIMITS[name]} bytes`).join('\n') || null;
}
