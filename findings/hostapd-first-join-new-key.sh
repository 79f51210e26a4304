#!/bin/sh
# Program: hostapd 2.10 (Debian 12), wps_state=1 ("not configured") in a file that has a name, a passphrase and wpa=2.
# Guess: the first device that joins gets what stands in the file, and the state becomes "configured"; or nothing of this changes.
# Instead: the first press makes a passphrase of its own for the network, lets WPA1 and TKIP in beside WPA2 and CCMP, and rewrites
# the file so; the old lines are comments "#WPS#". The name stays. Who has the old passphrase does not come in any more.
# Where: wps_build_cred in src/wps/wps_registrar.c makes a key where the state is 1, and wps_process_wsc_done there settings for
# all devices that there may be; hapd_wps_cred_cb in src/ap/wps_hostapd.c puts both into the file.
# Bites: whoever leaves the state at 1 "because nothing has joined yet": devices with the written key are locked out by a press.
# Product: tells the owner about a network whose state is 1 (wps_state in src/core/wireless/told.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 2 <<'EOF'
home wps_state=1 >/tmp/ap.conf
ap_start
device wlan1
ap wlan0 wps_pbc >/dev/null
press wlan1
sleep 2
ap wlan0 get_config | sed -n '/^ssid=\|wps_state=\|^wpa=\|cipher=/p'
echo "passphrase: $(ap wlan0 get_config | sed -n 's/^passphrase=//p' | sed 's/^correct horse$/the old one/; t; s/.*/a new one/')"
sed -n '/START/,/END/p' /tmp/ap.conf | sed 's/^\(wpa_passphrase=\).*/\1…/'
grep '^#WPS#' /tmp/ap.conf
EOF

as_stated <<'EOF'
joined Home
ssid=Home
wps_state=configured
wpa=3
group_cipher=TKIP
rsn_pairwise_cipher=CCMP TKIP
wpa_pairwise_cipher=CCMP TKIP
passphrase: a new one
# WPS configuration - START
wps_state=2
ssid=Home
wpa=3
wpa_key_mgmt=WPA-PSK
wpa_pairwise=CCMP TKIP
wpa_passphrase=…
auth_algs=1
# WPS configuration - END
#WPS# ssid=Home
#WPS# wpa=2
#WPS# wpa_key_mgmt=WPA-PSK
#WPS# rsn_pairwise=CCMP
#WPS# wpa_passphrase=correct horse
#WPS# wps_state=2
#WPS# wps_state=1
EOF
