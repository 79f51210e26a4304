/** What everything else is about: the networks of this router, and the windows on them. */
export { pressed } from '../../core/button';
export { askedOf, networksOf, sectionsOf } from '../../core/network';
export { choose, isMeant } from '../../core/target';
export { bssesOf, isAble } from '../../core/network-state';
export { listening } from '../../core/window';
export { hasCarrier } from '../../router/beacon';
export { hasButton } from '../../router/button';
export { removeSections, settingsOf, writeSection } from '../../router/own-settings';
export { readHandover, removeHandover, writeHandover } from '../../router/handover';
export { cameWith, failedEarly, heardOn, hostapdCall, isMac, readClients } from '../../router/hostapd';
export { identities } from '../../router/hosts';
export { houseUuid, openHouse } from '../../router/house';
export { linesCall, note, readLines, tell } from '../../router/journal';
export { readOptions, writeOptions } from '../../router/wireless-options';
export { callerOf, emptyArgument, targetOf, textOf } from '../arguments';
export { readBsses } from '../bsses';
export { actionNamed, buttonNow } from '../button-setting';
export { keysOf, storeCredential, storeKeyFile, tendFiles } from '../handovers';
export { tellHistory } from '../history';
export { tellHouse } from '../house';
export { hasLight, lookForLight } from '../light-choice';
export { refusal } from '../refusal';
export { resume } from '../resume';
export { tellStatus } from '../status';
export {
	daemonOf,
	isAnswering,
	isOnAir,
	isThere,
	isUplinkAway,
	judge,
	lookAround,
	lookFor,
	seenOf,
	wake
} from '../survey';
export {
	cancelling,
	homesOf,
	isExclusive,
	openAnywhere,
	opened,
	openOn,
	partOf,
	refresh,
	refusedForOverlap,
	sessionOf
} from '../windows';
