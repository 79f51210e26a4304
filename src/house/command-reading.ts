import { networkNamed } from './house-window';
import { isNew } from './known-names';
import { CLOCK_TOLERANCE } from './limits';
import type { Model, OwnNetwork } from './model';
import { parseJson } from './text';
import { isId } from './topics';

/** What a command is answered with when it is not obeyed. */
export type Refusal = 'malformed' | 'retained' | 'repeated' | 'too_old' | 'clock' | 'unknown_network';

/** What somebody asks of this router, or of the house. */
export type Command =
	| { id: string; refusal: null; command: 'start' | 'cancel'; own: OwnNetwork }
	/** `id` null: there is nobody to answer. */
	| { id: string | null; refusal: Refusal };

/**
 * Reads a command `{ id, command, network or key, at }`. It is obeyed once, when it is fresh and was said now: the broker keeps what
 * is retained, and sends it again at each start. `at` is the sender's clock: off by more than the tolerance, nobody can tell
 * an old command from a wrong clock.
 * @param epoch  our clock
 */
export function readCommand(model: Model, payload: string, retained: boolean, epoch: number): Command {
	const value = parseJson(payload);
	const id = type(value) === 'object' && isId(value.id) ? value.id : null;
	if (id === null) return { id: null, refusal: 'malformed' };
	if (retained) return { id: null, refusal: 'retained' };
	if ((value.command !== 'start' && value.command !== 'cancel') || type(value.at) !== 'int')
		return { id, refusal: 'malformed' };
	// The second copy of a message is not answered either.
	if (!isNew(model.commandIds, id)) return { id: null, refusal: 'repeated' };

	const age = epoch - value.at;
	if (age > CLOCK_TOLERANCE) return { id, refusal: 'too_old' };
	if (age < -CLOCK_TOLERANCE) return { id, refusal: 'clock' };

	const named = type(value.network) === 'string' ? networkNamed(model, value.network) : null;
	const own = named ?? (type(value.key) === 'string' ? (model.networks[value.key] ?? null) : null);
	if (own === null) return { id, refusal: 'unknown_network' };

	return { id, refusal: null, command: value.command, own };
}
