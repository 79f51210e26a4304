#!/bin/sh
# Program: hostapd 2.10 (Debian 12).
# Guess: "wps_pin any PIN 5" lets devices join for five seconds, and that is what the beacon shows to them.
# Instead: after five seconds nobody can join, and the beacon goes on showing an active registrar for the PIN method, up to two
# minutes. A device that sees it starts the exchange and is left waiting; hostapd then prints WPS-PIN-NEEDED.
# Where: wps_registrar_add_pin in src/wps/wps_registrar.c sets the beacon's time to WPS_PBC_WALK_TIME, whatever the PIN's is;
# wps_registrar_expire_pins drops the PIN only when somebody asks for one.
# Bites: owners who see "the router is waiting" on the device, and whoever judges by a scan whether the time is over.
# Product: gives each PIN the beacon's two minutes, so that both end together (WALK_TIME in src/router/hostapd-cli.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 3 <<'EOF'
home >/tmp/ap.conf
ap_start
ip link set wlan2 up
# shown WHEN: what a scan says about the registrar.
shown() {
	scan wlan2
	echo "$1: $(sed -n 's/.*\* \(Selected Registrar: .*\|Device Password ID: .*\)/\1/p' /tmp/scan | paste -s -d ,)"
}
device wlan1
shown before
ap wlan0 wps_pin any 12345670 5 >/dev/null
shown during
sleep 8
shown after
on wlan1 wps_pin any 12345670 >/dev/null
until_true 60 grep -q WPS-PIN-NEEDED /tmp/ap.log && echo 'the device has begun'
becomes wlan1
EOF

as_stated <<'EOF'
before: 
during: Selected Registrar: 0x1,Device Password ID: 0 (Default (PIN))
after: Selected Registrar: 0x1,Device Password ID: 0 (Default (PIN))
the device has begun
did not join
EOF
