#!/bin/sh
# Program: wpa_supplicant 2.10 (Debian 12), update_config=1.
# Guess: a join by WPS adds a network to the file; those that were there stay as they are.
# Instead: for some ten seconds after the join the file has disabled=1 in all others, as they are set aside while WPS is under way
# and the file is written before they are back. Who ends the program in that time (a script that waits for COMPLETED and starts
# the usual service, a device that is switched off) has them disabled for good; only the new network is tried from then on.
# Where: wpa_supplicant_wps_cred in wpa_supplicant/wps_supplicant.c writes the file; wpas_wps_reenable_networks_cb there, ten
# seconds after the success, enables the others and writes it once more.
# Bites: a device that travels: after WPS in one house it does not come back to the other.
# Product: cannot see it; it is the owner of the device who meets this.
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 2 <<'EOF'
home >/tmp/ap.conf
ap_start
device wlan1 'network={' 'ssid="Office"' 'psk="office horse"' '}'
file() { echo "$1: $(grep -e ssid= -e disabled= /tmp/wlan1.conf | paste -s -d ' ' | tr -d '\t')"; }
file before
ap wlan0 wps_pbc >/dev/null
press wlan1
file joined
sleep 20
file 'twenty seconds later'
EOF

as_stated <<'EOF'
before: ssid="Office"
joined Home
joined: ssid="Office" disabled=1 ssid="Home"
twenty seconds later: ssid="Office" ssid="Home"
EOF
