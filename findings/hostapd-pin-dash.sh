#!/bin/sh
# Program: hostapd and hostapd_cli 2.10 (Debian 12).
# Guess: wps_check_pin and wps_pin read a PIN in the same way, so a text that the one calls good can be given to the other.
# Instead: wps_check_pin drops whatever is no digit, checks the rest and prints it; wps_pin takes its text as it is, checks
# nothing and says OK: to a dash, to three digits, to a wrong checksum. A space in it begins the time limit. As the text, dash
# included, is the secret of the exchange, a device with that PIN can then never join. hostapd_cli ends with 0 in all cases.
# Where: hostapd_ctrl_iface_wps_check_pin and hostapd_ctrl_iface_wps_pin in hostapd/ctrl_iface.c; wps_registrar_add_pin in
# src/wps/wps_registrar.c keeps the bytes.
# Bites: whoever validates by wps_check_pin and hands on what the owner typed: devices print their PIN as 1234-5670.
# Product: strips and checks the PIN by itself, and hands on only digits (src/core/pin.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/hostapd.sh
. "$(dirname "$0")/lib/hostapd.sh"

take_hostapd
hostapd_conf 'wpa_passphrase=correct horse' wps_state=2 'config_methods=keypad label'
hostapd_start -d

# try COMMAND…: what hostapd answers, and how hostapd_cli ends.
try() {
	status=0
	answer=$(ap "$@") || status=$?
	echo "$*: $answer ($status)" >>"$SEEN"
}
try wps_check_pin 1234-5670
try wps_check_pin 12345671
try wps_check_pin 123
try wps_pin any 1234-5670
try wps_pin any 12345671
try wps_pin any 123
try wps_pin any '1234 5670'
sed -n 's/^WPS: A new PIN configured (timeout=\(.*\))/time limit \1/p; s/^WPS: PIN - hexdump_ascii(len=\([0-9]*\)).*/bytes \1/p' \
	"$FOLDER/ap.log" | paste -d ' ' - - >>"$SEEN"

as_stated <<'EOF'
wps_check_pin 1234-5670: 12345670 (0)
wps_check_pin 12345671: FAIL-CHECKSUM (0)
wps_check_pin 123: FAIL (0)
wps_pin any 1234-5670: OK (0)
wps_pin any 12345671: OK (0)
wps_pin any 123: OK (0)
wps_pin any 1234 5670: OK (0)
time limit 0 bytes 9
time limit 0 bytes 8
time limit 0 bytes 3
time limit 5670 bytes 4
EOF
