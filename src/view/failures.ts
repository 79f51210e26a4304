import { showFailures } from './parts/more';

/** The windows by which nobody came in; folded away, and asked for only while unfolded. */
export function createFailures() {
	const body = E('div');
	const node = E('details', { toggle: refresh }, [E('summary', {}, [_('Failed attempts')]), body]);

	async function refresh(): Promise<void> {
		if (node.open) await showFailures(body);
	}

	return { node, refresh };
}
