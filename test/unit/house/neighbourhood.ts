import '../core/builtins';
import { readDocument } from '../../../src/house/document';
import { newBucket } from '../../../src/house/limiter';
import { learn } from '../../../src/house/locals';
import type { Deed, Model } from '../../../src/house/model';
import { hearDocument } from '../../../src/house/neighbours';
import type { TurnMode } from '../../../src/house/settings';
import { gist, tell } from '../../../src/house/telling';
import { cancelHouse, happened, localFor, notClosed, press, refused, tick } from '../../../src/house/windows';

const SSID = 'Home';

/** One router: the decisions of its bridge, and luci.wps as a window that opens and closes at once. */
export class Place {
	readonly model: Model;
	/** How often a window has opened here. */
	opened = 0;
	/** What was told of the whole house. */
	readonly said: string[] = [];
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
			locals: {},
			neighbours: {},
			over: [],
			past: [],
			orders: newBucket(1000, 1000, 0),
			presses: newBucket(1000, 1000, 0),
			commands: []
		};
		this.learn();
	}

	learn(): void {
		const session = this.open ? { open: true, method: 'pbc' } : null;
		learn(this.model, [{ ssid: SSID, ready: this.ready, problems: [], session }] as never);
	}

	get local() {
		return localFor(this.model, SSID)!;
	}

	open = false;
	since = 0;
	/** luci.wps does not close a window. */
	deaf = false;

	press(): void {
		if (!this.open) this.change('started');
		this.act(press(this.model, this.local, `${this.name}.${++this.street.presses}`, this.street.now));
	}

	/** A session of luci.wps changes. */
	change(type: string, reason: string | null = null): void {
		if (type === 'started') {
			this.opened++;
			this.since = this.street.now;
		}
		this.open = type === 'started' || type === 'connecting';
		const peer = ['success', 'joined'].includes(type) ? { mac: '02:00:5e:00:53:10', name: 'printer' } : null;
		this.act(happened(this.model, type, { network: SSID, method: 'pbc', reason, peer }, this.street.now));
	}

	cancelHouse(): void {
		this.act(cancelHouse(this.model, this.local, this.street.now));
	}

	tick(): void {
		this.act(tick(this.model, this.street.now));
	}

	hear(name: string, text: string, live: boolean): void {
		if (name !== this.name) this.act(hearDocument(this.model, name, readDocument(text), live, this.street.now));
	}

	act(deeds: Deed[]): void {
		const { window } = this.local;
		if (window?.over && window.cause !== null) for (const id of window.ids) this.street.ended.add(id);
		for (const deed of deeds) {
			if (deed.kind === 'say' && deed.what.house) this.said.push(deed.what.type);
			if (deed.kind === 'open') {
				if (this.open) refused(this.local, 'already_open');
				else if (this.ready) this.change('started');
				else refused(this.local, 'wps_disabled');
			}
			if (deed.kind === 'close' && this.deaf) notClosed(this.local);
			else if (deed.kind === 'close' && this.open) this.change('cancelled', 'house');
		}
		this.tell();
	}

	tell(): void {
		const telling = tell(this.model, [], this.street.now);
		const text = gist(telling);
		if (text === this.last) return;
		this.last = text;
		this.street.say(this.name, JSON.stringify({ ...telling, seq: ++this.seq }));
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
