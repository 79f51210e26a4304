#!/bin/sh
# Program: hostapd 2.10 (Debian 12).
# Guess: after WPS_CANCEL the status says that the window is shut, as before the first one, and the events say "cancel".
# Instead: status and events say that the time ran out, the same as after the full two minutes; the one event more, WPS-CANCEL,
# comes after WPS-TIMEOUT, and also when there was nothing to cancel. The word stays until the next window.
# Where: wps_registrar_wps_cancel in src/wps/wps_registrar.c runs wps_registrar_pbc_timeout, which reports the time-out;
# wps_cancel in src/ap/wps_hostapd.c prints WPS-CANCEL whatever that function says it did.
# Bites: a page that tells the owner "no device came" after he pressed Cancel himself, and whoever counts WPS-CANCEL.
# Product: remembers that it closed the window, and takes Timed-out in its place for that (src/core/window.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/hostapd.sh
. "$(dirname "$0")/lib/hostapd.sh"

take_hostapd
hostapd_conf 'wpa_passphrase=correct horse' wps_state=2 config_methods=virtual_push_button
# shellcheck disable=SC2119
hostapd_start

for command in wps_get_status wps_pbc wps_cancel wps_get_status wps_cancel; do
	before=$(wc -l <"$FOLDER/ap.log")
	echo "$command: $(ap "$command" | head -n 1)" >>"$SEEN"
	sleep 0.3
	tail -n "+$((before + 1))" "$FOLDER/ap.log" | sed 's/^/	/' >>"$SEEN"
done

as_stated <<'EOF'
wps_get_status: PBC Status: Disabled
wps_pbc: OK
	lo: WPS-PBC-ACTIVE 
wps_cancel: OK
	lo: WPS-TIMEOUT 
	lo: WPS-CANCEL 
wps_get_status: PBC Status: Timed-out
wps_cancel: OK
	lo: WPS-CANCEL 
EOF
