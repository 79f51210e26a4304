#!/bin/sh
# Program: hostapd 2.10 (Debian 12), a network with wpa_passphrase.
# Guess: what a device is handed is the access point's affair: the passphrase, as that is what the file has.
# Instead: it hangs on whether the device says that it has a display. With one it gets the passphrase, without one 64 hexadecimal
# digits made of passphrase and name.
# Where: wps_process_config_methods in src/wps/wps_registrar.c: nobody could read it off a device without a display, so it is
# saved the computing; wps_build_cred there.
# Bites: two devices of one household joined alike, of which only one survives that the network gets another name or WPA3: the
# digits are good for this name only, and not for SAE at all.
# Product: can have hostapd hand the passphrase to all (src/core/credential.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 2 <<'EOF'
home >/tmp/ap.conf
ap_start
for methods in 'virtual_push_button keypad' 'virtual_push_button keypad display'; do
	device wlan1 "config_methods=$methods"
	ap wlan0 wps_pbc >/dev/null
	press wlan1
	echo "$methods: $(sed -n 's/^\tpsk=//p' /tmp/wlan1.conf)"
	device_stop
done
EOF

as_stated <<'EOF'
joined Home
virtual_push_button keypad: 474ba82aa7ecbb0ee0d6a6f625529213ba1e52c48f85417392be8654a469b297
joined Home
virtual_push_button keypad display: "correct horse"
EOF
