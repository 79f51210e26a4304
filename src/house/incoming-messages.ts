import { note } from '../router/journal';
import { now } from '../router/time';
import type { State } from './bridge-state';
import * as link from './broker-link';
import { takeCommand } from './command-obeying';
import { keepUuid } from './configuration';
import { perform, publishChanges } from './effects';
import type { Message } from './message-lines';
import { forgetStranger, hearReport, hearStranger } from './neighbours';
import { take } from './rate-limit';
import { sayReport } from './report-echo';
import { readReport } from './report-reading';
import { kindOf, VERSION } from './topics';
import { hearUuid } from './uuid';

/*
 * What comes from the broker, by its topic.
 */

/** What we have said ourselves comes back; else it is from the run before, our last will, or another router of the same name. */
function hearOurselves(state: State, message: Message): void {
	const model = state.model;
	const report = readReport(message.payload);
	if (report !== null && report.run === model.run && report.there) return link.echoed(report.seq);

	if (!message.retained && report !== null && report.there && !state.rivalled) {
		state.rivalled = true;
		note(`house: another router calls itself ${model.name} as well`);
	}
	// Whatever the broker has now is not what we are.
	if (take(state.rivals, now().monotonic)) sayReport();
	publishChanges(state);
}

function hearRouter(state: State, name: string, version: number, message: Message): void {
	const model = state.model;
	const at = now().monotonic;

	if (name === model.name && version === VERSION) hearOurselves(state, message);
	else if (version !== VERSION) {
		if (message.payload === '') forgetStranger(model, name, version);
		else hearStranger(model, name, version);
		publishChanges(state);
	} else {
		const report = message.payload === '' ? null : readReport(message.payload);
		if (report !== null || message.payload === '')
			perform(state, hearReport(model, name, report, !message.retained, at));
	}
}

/** A message of the broker, in its turn. */
export function hearMessage(state: State, message: Message): void {
	const what = kindOf(message.topic, state.settings.prefix, state.model.name);

	if (what.kind === 'state') hearRouter(state, what.router, what.version, message);
	else if (what.kind === 'command') takeCommand(state, message.payload, message.retained, false);
	else if (what.kind === 'house_command') takeCommand(state, message.payload, message.retained, true);
	else if (what.kind === 'uuid') {
		if (hearUuid(state.naming, message.payload)) keepUuid(message.payload);
		publishChanges(state);
	} else if (message.payload !== '') state.discovered[message.topic] = message.payload;
	else delete state.discovered[message.topic];
}
