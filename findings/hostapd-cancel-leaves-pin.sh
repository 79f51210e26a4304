#!/bin/sh
# Program: hostapd 2.10 (Debian 12).
# Guess: wps_cancel ends all that is under way: button and PIN.
# Instead: with both open it ends the button only, and given again it ends nothing more: the PIN goes on being good. So it is with
# a PIN for one device that was given by its UUID, alone. Only a PIN for any device, alone, is dropped. OK and WPS-CANCEL each time.
# Where: wps_registrar_wps_cancel in src/wps/wps_registrar.c takes either the button or the PIN, and of PINs the wildcard only.
# Bites: the owner who gave a PIN, thinks better of it, and is told that it is cancelled.
# Product: gives no PIN by UUID, and each one with a time limit (src/router/hostapd-cli.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 2 <<'EOF'
home >/tmp/ap.conf
ap_start
UUID=12345678-9abc-def0-1234-56789abcdef0
device wlan1 uuid=$UUID
# try WHAT FOR COMMAND…: arms a PIN, gives the commands, and has the device come with the PIN.
try() {
	what=$1
	ap wlan0 wps_pin "$2" 12345670 >/dev/null
	shift 2
	for command; do answers=$(ap wlan0 "$command"); done
	on wlan1 wps_pin any 12345670 >/dev/null
	echo "$what ($answers): $(becomes wlan1)"
	for command in wps_cancel disconnect 'remove_network all'; do on wlan1 $command >/dev/null; done
	sleep 1
}
try 'any, cancelled' any wps_cancel
try 'one, cancelled' $UUID wps_cancel
try 'any and button, cancelled' any wps_pbc wps_cancel
try 'any and button, cancelled twice' any wps_pbc wps_cancel wps_cancel
EOF

as_stated <<'EOF'
any, cancelled (OK): did not join
one, cancelled (OK): joined Home
any and button, cancelled (OK): joined Home
any and button, cancelled twice (OK): joined Home
EOF
