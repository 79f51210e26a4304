import { readPin } from '../core/pin';
import { defineMethod, emptyArgument } from './request';

/** `check_pin`: whether what somebody typed is a device PIN, and its digits. Not logged anywhere. */
export const checkPinMethod = defineMethod<'check_pin'>({ pin: '' }, request => {
	const culprit = emptyArgument(request);
	if (culprit !== null) return request.fail('invalid_argument', culprit);

	const pin = readPin(request.args.pin ?? '');
	request.answer(pin === null ? { valid: false, code: 'pin_invalid' } : { valid: true, pin });
});
