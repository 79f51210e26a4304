import ui from 'luci:ui';

/** A part of the page in a file of its own (src/build/script/parts.ts). */
interface Part {
	open(resident: object): Record<string, (...args: unknown[]) => Promise<unknown>>;
}

/** LuCI keeps what became of a class, also that it could not be loaded: behind one more slash it is another one. */
let slash = '/';

let complaint: Node | null = null;

/** Loads a part; where that fails it says so, and the next time tries again. */
export async function requirePart(name: string): Promise<Part | null> {
	try {
		return await L.require<Part>('wps' + slash + name);
	} catch {
		slash += '/';
		if (!complaint?.isConnected)
			complaint = ui.addNotification(
				null,
				E('p', {}, [_('A part of this page could not be loaded: try again.')]),
				'warning'
			);
		return null;
	}
}
