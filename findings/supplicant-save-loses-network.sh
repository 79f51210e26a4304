#!/bin/sh
# Program: wpa_supplicant 2.10 (Debian 12).
# Guess: save_config writes what list_networks shows, and OK means that all of it is in the file.
# Instead: a network that leaves key_mgmt at its default (WPA-PSK or WPA-EAP) and has no psk is left out, though it is whole and
# in use: one with eap=, identity= and password=. The answer is OK, nothing is printed, the network stays in memory and is gone
# after the next start. With key_mgmt=WPA-EAP spelt out it is written.
# Where: wpa_config_write in wpa_supplicant/config_file.c skips what may use a key and has none, as unfinished.
# Bites: whoever joins a second network by WPS: the join writes the file by itself, and the first network does not survive.
# Product: writes no configuration of wpa_supplicant; it is the owner of the device who meets this.
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/supplicant.sh
. "$(dirname "$0")/lib/supplicant.sh"

take_supplicant
cat >"$FOLDER/station.conf" <<EOF
ctrl_interface=$FOLDER/control
update_config=1
network={
	ssid="default"
	eap=PEAP
	identity="somebody"
	password="words"
}
network={
	ssid="spelt out"
	key_mgmt=WPA-EAP
	eap=PEAP
	identity="somebody"
	password="words"
}
network={
	ssid="WPA3"
	key_mgmt=SAE
	sae_password="secret words"
}
EOF
supplicant_start "$FOLDER/station.conf"
names() { station list_networks | sed 1d | cut -f 2 | paste -s -d , -; }
names >>"$SEEN"
for command in save_config reconfigure; do echo "$command: $(station "$command"), $(names)" >>"$SEEN"; done
grep ssid= "$FOLDER/station.conf" >>"$SEEN"

as_stated <<'EOF'
default,spelt out,WPA3
save_config: OK, default,spelt out,WPA3
reconfigure: OK, spelt out,WPA3
	ssid="spelt out"
	ssid="WPA3"
EOF
