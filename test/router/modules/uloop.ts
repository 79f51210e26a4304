import type { Clock } from '../clock';
import type { Process } from './process';
import { resource } from './resource';

/** ucode's uloop module, as far as timers go. An exception in a callback ends the loop and with it all of rpcd (uloop.c uc_uloop_vm_call). */
export function uloopModule(clock: Clock, process: Process, crash: (error: unknown) => void): Record<string, unknown> {
	function timer(milliseconds: unknown = -1, callback: unknown): object | null {
		process.check();
		if (typeof callback !== 'function') return null;
		let due = -1;
		let cancelAlarm = () => {};
		const cancel = (): boolean => {
			const armed = due >= 0;
			cancelAlarm();
			due = -1;
			return armed;
		};
		const set = (delay: unknown = -1): boolean => {
			process.check();
			cancel();
			const wait = typeof delay === 'number' ? Math.trunc(delay) : -1;
			if (wait < 0) return false;
			due = clock.monotonic() + wait;
			const disarm = clock.after(wait, () => {
				forget();
				due = -1;
				process.enter(() => {
					try {
						callback();
					} catch (error) {
						crash(error);
					}
				});
			});
			const forget = process.own(disarm);
			cancelAlarm = () => {
				disarm();
				forget();
			};
			return true;
		};
		set(milliseconds);
		return resource({
			set,
			cancel,
			remaining: () => (due < 0 ? -1 : Math.max(0, due - clock.monotonic()))
		});
	}
	return { timer };
}
