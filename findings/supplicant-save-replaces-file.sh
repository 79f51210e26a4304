#!/bin/sh
# Program: wpa_supplicant 2.10 (Debian 12).
# Guess: save_config, and with it every WPS join, writes into the file that it was started with; what is behind a symbolic link
# has the new content, and what was not touched stays as it was written. Comments go, that is known.
# Instead: it renames a new file into the place. A link is a file of its own now, while the one behind it stays as it was; an SSID
# with an umlaut comes back as hexadecimal digits, and each network has a line mesh_fwding=1 that nobody wrote.
# Where: wpa_config_write in wpa_supplicant/config_file.c renames; wpa_config_write_string in config.c takes to digits what is not
# plain ASCII.
# Bites: systems that link the file from a read-only root to where it may be written: what WPS learnt is not there at the next boot.
# Product: writes no configuration of wpa_supplicant.
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/supplicant.sh
. "$(dirname "$0")/lib/supplicant.sh"

take_supplicant
cat >"$FOLDER/behind.conf" <<EOF
ctrl_interface=$FOLDER/control
update_config=1
network={
	ssid="Häuschen"
	psk="correct horse"
}
EOF
cp "$FOLDER/behind.conf" "$FOLDER/before"
ln -s behind.conf "$FOLDER/station.conf"
supplicant_start "$FOLDER/station.conf"
station save_config >>"$SEEN"
find "$FOLDER/station.conf" -printf '%f: type %y\n' >>"$SEEN"
cmp "$FOLDER/behind.conf" "$FOLDER/before" >>"$SEEN" && echo 'behind.conf: as before' >>"$SEEN"
sed -n '/network=/,$p' "$FOLDER/station.conf" >>"$SEEN"

as_stated <<'EOF'
OK
station.conf: type f
behind.conf: as before
network={
	ssid=48c3a475736368656e
	psk="correct horse"
	mesh_fwding=1
}
EOF
