#!/bin/sh
# Program: hostapd 2.10 (Debian 12).
# Guess: "hostapd -t FILE" checks the configuration and ends, as "nginx -t", "sshd -t" and "dnsmasq --test" do.
# Instead: it starts the access point. -t puts the time in front of each line of the log. There is no way to check only: a file
# with an error ends with 1, and one without goes on the air.
# Where: the options in main() of hostapd/main.c: 't' sets the timestamp flag of the debug output.
# Bites: scripts that want to look before they leap: what should be a check does not end, and is on the air.
# Product: judges what it writes by itself (src/core/keyfile.ts has the grammar of hostapd's key file) and asks hostapd -v only.
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/hostapd.sh
. "$(dirname "$0")/lib/hostapd.sh"

take_hostapd
hostapd_conf 'wpa_passphrase=correct horse'
hostapd_start -t
sleep 1
kill -0 "$HOSTAPD" && echo 'still running' >>"$SEEN"
sed 's/^[0-9]*\.[0-9]*:/<time>:/' "$FOLDER/ap.log" | grep AP-ENABLED >>"$SEEN"
kill "$HOSTAPD"
wait "$HOSTAPD" || :

hostapd_conf 'wpa_passphrase=correct horse' 'unheard_of=1'
status=0
hostapd -t "$FOLDER/ap.conf" >"$FOLDER/ap.log" 2>&1 || status=$?
echo "with an error in it: ended with $status" >>"$SEEN"

as_stated <<'EOF'
still running
<time>: lo: AP-ENABLED 
with an error in it: ended with 1
EOF
