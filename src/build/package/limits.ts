import type { Dist } from './dist';

/** How many bytes a thing is to have at the most, and how many it may have as long as that is not reached: it must not grow. */
export interface Limit {
	bound: number;
	reached?: number;
}

/** What is larger than it may be, a line each, or null. */
export function overLimit<Name extends string>(
	limits: Record<Name, Limit>,
	found: Record<Name, number>
): string | null {
	const names = Object.keys(limits) as Name[];
	const tooLarge = names.filter(name => found[name] > Math.max(limits[name].bound, limits[name].reached ?? 0));
	return tooLarge.map(name => `${name}: ${found[name]} of ${limits[name].bound} bytes`).join('\n') || null;
}

/** What the app takes on the flash of a router, which often has 8 MB in all, and on the way to it. */
export const LIMITS = {
	/** all files, as they are in the package */
	installed: { bound: 120_000, reached: 138_528 },
	ipk: { bound: 40_000, reached: 52_624 }
};

/** What the packages of the app weigh. */
export function weigh({ app }: Dist): Record<keyof typeof LIMITS, number> {
	return { installed: app.installed.reduce((sum, { content }) => sum + content.length, 0), ipk: app.ipk };
}

/** What of the packages is larger than it may be, or null. */
export function checkWeight(weight: Record<keyof typeof LIMITS, number>): string | null {
	return overLimit(LIMITS, weight);
}
