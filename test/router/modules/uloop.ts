import type { Clock } from '../clock';
import type { Outer } from './outer';
import type { Process } from './process';
import { resource } from './resource';

/**
 * ucode's uloop module. An exception in a callback ends the loop and with it all of rpcd (uloop.c uc_uloop_vm_call). The loop
 * itself is Node's: run() comes back at once.
 * @param outer  where the machine has real programs beside it
 */
export function uloopModule(
	clock: Clock,
	process: Process,
	crash: (error: unknown) => void,
	outer: Outer | null
): Record<string, unknown> {
	/** Runs what the loop calls back. */
	function enter(task: () => void): void {
		process.enter(() => {
			try {
				task();
			} catch (error) {
				crash(error);
			}
		});
	}

	function timer(milliseconds: unknown = -1, callback: unknown): object | null {
		process.check();
		if (typeof callback !== 'function') return null;
		let due = -1;
		let cancelled = false;
		let disarm = () => {};
		const set = (delay: unknown = -1): boolean => {
			process.check();
			disarm();
			due = -1;
			const wait = typeof delay === 'number' ? Math.trunc(delay) : -1;
			// cancel() gives the callback away (uloop.c uc_uloop_timeout_clear): what is set afterwards rings for nobody
			if (wait < 0 || cancelled) return false;
			due = clock.monotonic() + wait;
			const stop = clock.after(wait, () => {
				forget();
				due = -1;
				enter(() => callback());
			});
			const forget = process.own(stop);
			disarm = () => {
				stop();
				forget();
			};
			return true;
		};
		set(milliseconds);
		return resource({
			set,
			cancel(): boolean {
				const armed = due >= 0;
				disarm();
				due = -1;
				cancelled = true;
				return armed;
			},
			remaining: () => (due < 0 ? -1 : Math.max(0, due - clock.monotonic()))
		});
	}

	return {
		timer,
		init: () => true,
		run: () => 0,
		end: () => true,
		ULOOP_READ: 1,
		handle: (file: unknown, callback: unknown, _events: unknown) =>
			outer && typeof callback === 'function' ? outer.handle(file, () => enter(() => callback(1))) : null,
		process: (program: unknown, args: unknown, env: unknown, callback: unknown) =>
			outer && typeof callback === 'function'
				? outer.process(String(program), args, env, code => enter(() => callback(code)))
				: null
	};
}
