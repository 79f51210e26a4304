/**
 * The device PIN in what a person typed, or null when there is none: four digits, or eight whose last is the checksum
 * (WSC 7.4.1; hostapd's wps_pin_valid, cases of hwsim test_ap_wps_check_pin). Devices print `1234-5670` or
 * `1234 5670`: as hostapd's wps_check_pin does, all but the digits is dropped.
 */
export function readPin(text: string): string | null {
	const digits = filter(split(text, ''), character => index('0123456789', character) >= 0);
	const pin = join('', digits);
	if (length(pin) === 4) return pin;
	if (length(pin) !== 8) return null;

	let sum = 0;
	for (let i = 0; i < 8; i++) sum += int(digits[i]) * (i % 2 === 0 ? 3 : 1);
	return sum % 10 === 0 ? pin : null;
}
