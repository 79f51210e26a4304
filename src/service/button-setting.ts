import type { Button, ButtonAction } from '../contract/button';
import { hasButton } from '../router/button';
import { settingsOf } from '../router/own-settings';

const ACTIONS: ButtonAction[] = ['network', 'off', 'stock'];

/** What the button may be told to do by this word, or null. */
export function actionNamed(word: string | null): ButtonAction | null {
	return filter(ACTIONS, one => one === word)[0] ?? null;
}

/** What the button on the case does, by the settings. Whatever else stands there means the default. */
export function buttonNow(): Button {
	const options = settingsOf('button')[0]?.options ?? {};
	const action = actionNamed(options.action ?? null) ?? 'network';

	return { present: hasButton(), action, network: action === 'network' ? (options.network ?? null) : null };
}
