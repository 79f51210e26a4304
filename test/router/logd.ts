import { UBUS, type Bus } from './bus';
import type { Clock } from './clock';

/** What logd keeps of one message. */
interface Line {
	id: number;
	msg: string;
	priority: number;
	source: number;
	time: number;
}

const LEVELS = ['emerg', 'alert', 'crit', 'err', 'warn', 'notice', 'info', 'debug'];

/** syslog's number of the facility `daemon`; nothing else is told apart here. */
const DAEMON = 3 << 3;

/** Messages that are kept. The real one counts bytes (64 KiB unless told). */
const LIMIT = 500;

/** OpenWrt's logd: the system log and its bus object `log` (ubox log/logd.c). */
export class Logd {
	/** It does not answer any more. */
	hung = false;
	/** Milliseconds until an answer. */
	slow = 0;
	readonly #lines: (Line & { text: string })[] = [];
	#id = 0;

	constructor(
		readonly bus: Bus,
		readonly clock: Clock
	) {
		bus.publish('log', {
			/** The last `lines` messages, or all. Streams are for logread: nobody here wants one. */
			read: ({ lines = 0, stream = true }, reply) => {
				if (this.hung) return;
				if (stream !== false) return { code: UBUS.NOT_SUPPORTED };
				const answer = () => ({
					code: UBUS.OK,
					data: { log: this.#lines.slice(-Number(lines) || 0).map(({ text: _, ...line }) => line) }
				});
				if (!this.slow) return answer();
				this.clock.after(this.slow, () => reply(answer()));
			}
		});
	}

	/** As `logread` shows it. */
	get text(): string[] {
		return this.#lines.map(({ time, text }) => `${asctime(new Date(time))} ${text}`);
	}

	/** It is in memory only. */
	forget(): void {
		this.#lines.length = 0;
		this.#id = 0;
	}

	/** @param line `facility.priority name: text` */
	add(line: string): void {
		const [, level = '', msg = ''] = /^\w+\.(\w+) ([^]*)$/.exec(line) ?? [];
		const priority = DAEMON + Math.max(0, LEVELS.indexOf(level));
		this.#lines.push({ id: this.#id++, msg, priority, source: 1, time: this.clock.epoch() * 1000, text: line });
		if (this.#lines.length > LIMIT) this.#lines.shift();
	}
}

/** `Thu Nov 26 13:33:31 2026`, by the router's clock, which is UTC unless told. */
function asctime(date: Date): string {
	const [day, number, month, year, time] = date.toUTCString().replace(',', '').split(' ');
	return `${day} ${month} ${number!.replace(/^0/, ' ')} ${time} ${year}`;
}
