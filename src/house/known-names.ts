/** How many of the newest are kept. */
const KEPT = 100;

/** Remembers a name; false when it is known already. */
export function isNew(known: string[], name: string): boolean {
	if (index(known, name) >= 0) return false;
	push(known, name);
	while (length(known) > KEPT) shift(known);

	return true;
}
