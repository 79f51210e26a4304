#!/bin/sh
# Program: hostapd_cli 2.10 (Debian 12).
# Guess: a command that hostapd_cli does not know, or that hostapd refuses, ends it with an error; only whole names are commands.
# Instead: every beginning of a name that fits one command only is that command ("disab" switches the access point off, "en" on
# again), so what a script's short form means depends on which commands there are; two that fit, none that fits, and hostapd's
# FAIL all end with 0. Only an interface that does not answer is an error.
# Where: wpa_request in hostapd/hostapd_cli.c compares as many characters as were typed; main() there returns 0 after it.
# Bites: "hostapd_cli … && next step", and tests by exit status.
# Product: after the one command that it gives by hostapd_cli it asks hostapd itself whether it took it (src/service/start.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/hostapd.sh
. "$(dirname "$0")/lib/hostapd.sh"

take_hostapd
hostapd_conf 'wpa_passphrase=correct horse'
# shellcheck disable=SC2119
hostapd_start

for command in en disab en relo sesame wps_pbc; do
	status=0
	answer=$(ap "$command") || status=$?
	echo "$command: $answer ($status)" >>"$SEEN"
done
status=0
hostapd_cli -p "$FOLDER/control" -i nowhere status >/dev/null 2>&1 || status=$?
echo "no such interface: ($status)" >>"$SEEN"
sed -n 's/^lo: \(AP-[A-Z]*\).*/\1/p' "$FOLDER/ap.log" >>"$SEEN"

as_stated <<'EOF'
en: FAIL (0)
disab: OK (0)
en: OK (0)
relo: Ambiguous command 'relo'; possible commands: relog reload reload_wpa_psk (0)
sesame: Unknown command 'sesame' (0)
wps_pbc: FAIL (0)
no such interface: (255)
AP-ENABLED
AP-DISABLED
AP-ENABLED
EOF
