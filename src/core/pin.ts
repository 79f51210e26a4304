/**
 * The digits of what a person typed: devices print their PIN as `1234-5670` or `1234 5670`.
 * As hostapd's wps_check_pin does, everything else is dropped.
 */
export function cleanPin(text: string): string {
	return replace(text, /[^0-9]/gs, '');
}

/**
 * Whether these digits are a device PIN: four, or eight whose last is the checksum
 * (WSC 7.4.1; hostapd's wps_pin_valid, cases of hwsim test_ap_wps_check_pin).
 */
export function isValidPin(digits: string): boolean {
	if (match(digits, /^[0-9]{4}$/s)) return true;
	if (!match(digits, /^[0-9]{8}$/s)) return false;

	let sum = 0;
	for (let i = 0; i < 8; i++) sum += int(substr(digits, i, 1)) * (i % 2 === 0 ? 3 : 1);
	return sum % 10 === 0;
}
