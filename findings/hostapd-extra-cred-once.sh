#!/bin/sh
# Program: hostapd 2.10 (Debian 12) with skip_cred_build=1 and extra_cred=FILE, what devices are handed in place of its own.
# Guess: SIGHUP reads the configuration anew, and this file with it; or the file is read whenever it is handed over.
# Instead: devices are handed what the file held when the access point started. A new passphrase in the configuration itself
# comes into force by SIGHUP, so what is handed over no longer fits.
# Where: hostapd_reload_bss in src/ap/hostapd.c calls hostapd_update_wps of wps_hostapd.c, which takes over name and key, and leaves
# the registrar that wps_registrar_init in src/wps/wps_registrar.c made, with its copy of the file.
# Bites: whoever changes passphrase and credential together: devices say that they joined, and never connect.
# Product: gives the new credential another name, which restarts the network (nextCredentialPath in src/core/handover.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 2 <<'EOF'
attribute() { printf '%b' "\\0020\\0$1\\0000\\0$(printf %o ${#2})$2"; }
# credential PASSPHRASE: of network "Home", WPA2 with CCMP.
credential() {
	{
		printf '\020\046\000\001\001'
		attribute 105 Home
		printf '\020\003\000\002\000\040\020\017\000\002\000\010'
		attribute 047 "$1"
		printf '\020\040\000\006\002\000\000\000\000\000'
	} >/tmp/inner
	{
		printf '%b' "\\0020\\0016\\0000\\0$(printf %o "$(wc -c </tmp/inner)")"
		cat /tmp/inner
	} >/tmp/credential
}
# handed: what a device gets that begins without anything.
handed() {
	device wlan1
	ap wlan0 wps_pbc >/dev/null
	on wlan1 wps_pbc >/dev/null
	until_true 60 grep -q psk= /tmp/wlan1.conf
	sed -n 's/^\tpsk=/handed over: /p' /tmp/wlan1.conf
	device_stop
}
says_passphrase() { ap wlan0 get_config | grep -q "^passphrase=$1"; }
credential 'correct horse'
home skip_cred_build=1 extra_cred=/tmp/credential >/tmp/ap.conf
ap_start
handed
sed -i 's/^wpa_passphrase=.*/wpa_passphrase=another horse/' /tmp/ap.conf
credential 'another horse'
kill -HUP "$HOSTAPD"
until_true 30 says_passphrase 'another horse' && echo 'SIGHUP: the passphrase is another'
handed
ap_stop
ap_start
handed
EOF

as_stated <<'EOF'
handed over: "correct horse"
SIGHUP: the passphrase is another
handed over: "correct horse"
handed over: "another horse"
EOF
