#!/bin/sh
# Program: hostapd 2.10 (Debian 12), two networks of one radio, each with wps_independent=1.
# Guess: once a device has joined the first network its press is over, and the second one can be opened for another device. Overlap means two devices that press at a time, at one network.
# Instead: the second network heard the first device's press, too, and remembers it for two minutes, as nobody told it how that
# ended: its window opens, and its own device is refused for overlap, with a device that is long done.
# Where: wps_registrar_add_pbc_session in src/wps/wps_registrar.c takes each probe request that asks for the button, of whatever
# network; wps_registrar_remove_pbc_session is called by the one that the device joined.
# Bites: one device for the family's network and one for the guests', one after the other.
# Product: knows how long hostapd remembers, and says how long to wait (overlap_left in src/core/suitability.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 3 <<'EOF'
{
	home wps_independent=1
	network bss=wlan0_1 Guests 'guest horse' wps_independent=1
} >/tmp/ap.conf
ap_start
device wlan1
device wlan2
echo "wlan0: $(ap wlan0 wps_pbc)"
press wlan1
echo "wlan0_1: $(ap wlan0_1 wps_pbc), $(ap wlan0_1 wps_get_status | head -n 1)"
press wlan2
sed -n 's/^\(wlan0[_1]*: WPS-[A-Z-]*\).*/\1/p' /tmp/ap.log | uniq
ap wlan0_1 wps_get_status | head -n 1
EOF

as_stated <<'EOF'
wlan0: OK
joined Home
wlan0_1: OK, PBC Status: Active
did not join
wlan0: WPS-PBC-ACTIVE
wlan0: WPS-REG-SUCCESS
wlan0: WPS-PBC-DISABLE
wlan0: WPS-SUCCESS
wlan0_1: WPS-PBC-ACTIVE
wlan0_1: WPS-OVERLAP-DETECTED
wlan0_1: WPS-FAIL
PBC Status: Overlap
EOF
