#!/bin/sh
# Program: hostapd 2.10 (Debian 12), several networks in one process, all with WPS, all else at its default.
# Guess: wps_pbc opens the network of the interface that it was given to. wps_independent=0, the default, is about sharing settings.
# Instead: it opens all networks of the process, whatever they are called: all ask for devices on the air, and which of them a
# pressed device joins is left to the device. Cancel on one shuts them all.
# Where: hostapd_wps_for_each in src/ap/wps_hostapd.c passes over a network only if that one is independent.
# Bites: a button for the guests' network that lets people into the family's.
# Product: keeps only the bands of one network together (src/core/switching.ts), and finds fault with two networks that are
# (shared_flag in src/core/suitability.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 2 <<'EOF'
{
	home
	network bss=wlan0_1 Guests 'guest horse'
} >/tmp/ap.conf
ap_start
ip link set wlan1 up
both() { scan wlan1 && [ "$(grep -c 'Device Password ID: 4 ' /tmp/scan)" = 2 ]; }
state() { for interface in wlan0 wlan0_1; do echo "$1, $interface: $(ap $interface wps_get_status | head -n 1)"; done; }

ap wlan0_1 wps_pbc >/dev/null
state pressed
until_true 60 both && grep -e 'SSID: Home' -e 'SSID: Guests' /tmp/scan | sort
ap wlan0 wps_cancel >/dev/null
state cancelled
EOF

as_stated <<'EOF'
pressed, wlan0: PBC Status: Active
pressed, wlan0_1: PBC Status: Active
	SSID: Guests
	SSID: Home
cancelled, wlan0: PBC Status: Timed-out
cancelled, wlan0_1: PBC Status: Timed-out
EOF
