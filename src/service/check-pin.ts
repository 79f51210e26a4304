import { readPin } from '../core/pin';
import { emptyArgument } from './parts/look';
import type { Request } from './request';

/** `check_pin`: whether what somebody typed is a device PIN, and its digits. Not logged anywhere. */
export function checkPin(request: Request<'check_pin'>): void {
	const culprit = emptyArgument(request);
	if (culprit !== null) return request.fail('invalid_argument', culprit);

	const pin = readPin(request.args.pin ?? '');
	request.answer(pin === null ? { valid: false, code: 'pin_invalid' } : { valid: true, pin });
}
