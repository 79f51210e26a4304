# shellcheck shell=sh
# For finds about wpa_supplicant that need no radio: its driver "none" has the configuration and the control interface.
# Behind stage.sh.

take_supplicant() {
	take wpasupplicant=2:2.10-12+deb12u3 libdbus-1-3 libgcrypt20 libgpg-error0 liblz4-1 liblzma5 libnl-3-200 libnl-genl-3-200 \
		libnl-route-3-200 libpcsclite1 libreadline8 libssl3 libsystemd0 libzstd1
}

# supplicant_start FILE: with that configuration; the lines in front of it are its own.
supplicant_start() {
	wpa_supplicant -D none -i lo -c "$1" >"$FOLDER/supplicant.log" 2>&1 &
	SUPPLICANT=$!
	child "$SUPPLICANT"
	until_true 30 test -S "$FOLDER/control/lo"
}

station() { wpa_cli -p "$FOLDER/control" -i lo "$@"; }
