/** Opening and closing windows, by call and by the button on the case. */
export { press, setButton } from '../button';
export { cancel } from '../cancel';
export { checkPin } from '../check-pin';
export { start } from '../start';
