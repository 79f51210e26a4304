import { ok } from 'node:assert/strict';
import type { RouterOptions } from '../router/router';
import { accepted, HOME, RADIO0, RADIO1, TestRouter, wireless } from './target';

/** Where the keys of `own`'s devices lie. */
export const KEYS = '/etc/hostapd-wps-home.psk';

/** A network on two bands whose devices get keys of their own; `home` changes its options. */
export function own(options: RouterOptions = {}, home: Record<string, string> = {}): TestRouter {
	const both = { ...HOME, ...home };
	const config = wireless({ radio0: RADIO0, home: both, radio1: RADIO1, home5: { ...both, device: 'radio1' } });
	const router = new TestRouter({ config, ...options });
	accepted(router.call('enable', { network: 'Home', keys: 'own' }));
	ok(
		router.until(() => router.told.includes('enabled'), 60),
		router.told.join()
	);
	router.advance(5);
	return router;
}
