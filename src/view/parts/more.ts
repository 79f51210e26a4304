/** What most routers never show, and what a person rarely opens. */
export { showGuard } from '../guard';
export { showFailures } from '../history';
export { showHouse } from '../house';
export { showSwitch } from '../keys';
export { mend } from '../mend';
export { showPin } from '../pin';
export { showQr } from '../qr';
export { showRemedy } from '../remedy';
export { showRemove } from '../remove';
export { explainRest } from '../rest';
