import '../core/builtins';
import { findDevice } from '../../../src/house/arrivals';
import { networkNamed, notClosed, refused } from '../../../src/house/house-window';
import type { Effect, Model } from '../../../src/house/model';
import { hearReport } from '../../../src/house/neighbours';
import { learnNetworks } from '../../../src/house/own-networks';
import { hearSession } from '../../../src/house/own-sessions';
import { cancelHouse, press } from '../../../src/house/press';
import { newBucket } from '../../../src/house/rate-limit';
import { readReport } from '../../../src/house/report-reading';
import { withoutAges, writeReport } from '../../../src/house/report-writing';
import type { TurnMode } from '../../../src/house/settings';
import { checkDeadlines } from '../../../src/house/window-deadlines';

const SSID = 'Home';

/** One router: the decisions of its bridge, and luci.wps as a window that opens and closes at once. */
export class Place {
	readonly model: Model;
	/** How often a window has opened here. */
	opened = 0;
	/** What was told of the whole house. */
	readonly said: string[] = [];
	/** Who is connected here, how often that was asked for, and whose device is said to be at another router. */
	readonly stations: string[] = [];
	looks = 0;
	readonly arrivals: string[] = [];
	seq = 0;
	last = '';
	ready = true;

	constructor(
		readonly name: string,
		readonly street: Street,
		turns: TurnMode
	) {
		this.model = {
			name,
			turns,
			run: `run-${name}`,
			networks: {},
			neighbours: {},
			endedIds: [],
			pastIds: [],
			commandStarts: newBucket(1000, 1000, 0),
			neighbourStarts: newBucket(1000, 1000, 0),
			commandIds: []
		};
		this.learn();
	}

	learn(): void {
		const session = this.open ? { open: true, method: 'pbc' } : null;
		learnNetworks(this.model, [{ ssid: SSID, ready: this.ready, problems: [], session }] as never);
	}

	get own() {
		return networkNamed(this.model, SSID)!;
	}

	open = false;
	since = 0;
	/** So often luci.wps does not get to open a window. */
	slow = 0;
	/** luci.wps does not close a window. */
	deaf = false;

	press(): void {
		if (!this.open) this.change('started');
		this.act(press(this.model, this.own, `${this.name}.${++this.street.presses}`, this.street.now));
	}

	/** A session of luci.wps changes. */
	change(type: string, reason: string | null = null): void {
		if (type === 'started') {
			this.opened++;
			this.since = this.street.now;
		}
		this.open = type === 'started' || type === 'connecting';
		const peer = ['success', 'joined'].includes(type) ? { mac: '02:00:5e:00:53:10', name: 'printer' } : null;
		this.act(
			hearSession(
				this.model,
				type,
				{ id: `session of ${this.name}`, network: SSID, method: 'pbc', reason, peer },
				this.street.now
			)
		);
	}

	cancelHouse(): void {
		this.act(cancelHouse(this.model, this.own, this.street.now));
	}

	tick(): void {
		this.act(checkDeadlines(this.model, this.street.now));
	}

	hear(name: string, text: string, live: boolean): void {
		if (name !== this.name) this.act(hearReport(this.model, name, readReport(text), live, this.street.now));
	}

	act(effects: Effect[]): void {
		const { window } = this.own;
		if (window?.over && window.cause !== null) for (const id of window.ids) this.street.ended.add(id);
		for (const effect of effects) {
			if (effect.kind === 'say' && effect.what.house) this.said.push(effect.what.type);
			if (effect.kind === 'look') {
				this.looks++;
				findDevice(this.own.window!, this.stations);
			}
			if (effect.kind === 'arrived') this.arrivals.push(`${effect.session} at ${effect.router}`);
			if (effect.kind === 'open') {
				if (this.open) refused(this.own, 'already_open', this.street.now);
				else if (this.slow-- > 0) refused(this.own, 'timeout', this.street.now);
				else if (this.ready) this.change('started');
				else refused(this.own, 'wps_disabled', this.street.now);
			}
			if (effect.kind === 'close' && this.deaf) notClosed(this.own);
			else if (effect.kind === 'close' && this.open) this.change('cancelled', 'house');
		}
		this.tell();
	}

	tell(): void {
		const report = writeReport(this.model, [], this.street.now);
		const text = withoutAges(report);
		if (text === this.last) return;
		this.last = text;
		this.street.say(this.name, JSON.stringify({ ...report, seq: ++this.seq }));
	}
}

/** Routers, and a broker that delivers when it is told to, in any order, and twice. */
export class Street {
	now = 1_000_000;
	presses = 0;
	readonly places: Place[];
	/** By receiver: what is on its way. */
	readonly way: { to: Place; from: string; text: string }[] = [];
	readonly kept = new Map<string, string>();
	/** Names of presses that a device, two of them or a person have ended. */
	readonly ended = new Set<string>();

	constructor(count: number, turns: TurnMode = 'never') {
		this.places = [];
		for (let number = 0; number < count; number++) this.places.push(new Place(`r${number}`, this, turns));
		for (const place of this.places) place.tell();
		this.settle();
	}

	say(from: string, text: string): void {
		this.kept.set(from, text);
		for (const to of this.places) if (to.name !== from) this.way.push({ to, from, text });
	}

	/** Delivers one of those that wait; again: it stays on its way. */
	deliver(which: number, again = false): void {
		const index = which % Math.max(1, this.way.length);
		const [message] = again ? this.way.slice(index, index + 1) : this.way.splice(index, 1);
		message?.to.hear(message.from, message.text, true);
	}

	/** Delivers all, as they were said. */
	settle(): void {
		for (let turn = 0; this.way.length > 0; turn++) {
			if (turn > 10_000) throw new Error('They talk for ever');
			this.deliver(0);
		}
	}

	pass(seconds: number): void {
		this.now += seconds * 1000;
		for (const place of this.places) {
			if (place.open && this.now - place.since >= 120_000) place.change('timeout');
			place.tick();
		}
	}

	get open(): string[] {
		return this.places.filter(({ open }) => open).map(({ name }) => name);
	}
}
