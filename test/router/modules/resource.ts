/** Its own prototype is what `type()` of the stand-in tells a resource by. */
const HANDLE = Object.freeze({});

/** What ucode calls a resource, a handle of the C side, with these methods. */
export function resource<T extends object>(members: T): T {
	return Object.setPrototypeOf(members, HANDLE) as T;
}
