import { write } from './paint';
import { dateText } from './words';

const TEXT = _(
	'On %s the router took WPS out of the settings, as its Wi-Fi software could not start with it. It will put it back.'
);

/** Tells what the boot guard has done. */
export async function showGuard(node: Element, when: number): Promise<void> {
	write(node, TEXT.format(dateText(when)));
}
