#!/bin/sh
# Program: hostapd and hostapd_cli 2.10 (Debian 12).
# Guess: "hostapd_cli reload" ("reload configuration for current interface") does what SIGHUP does: it reads the file, and what
# has not changed there disturbs nobody.
# Instead: it reads no file. It applies what is in memory once more, and throws everybody out for that; the new name and key in the
# file stay unknown. SIGHUP reads it, and throws everybody out as well, but leaves a changed channel aside without a word: name
# and key are new, the channel is the old one.
# Where: hostapd_reload_iface (the command) and hostapd_reload_config (SIGHUP), both in src/ap/hostapd.c; the latter copies the
# old channel over the new one.
# Bites: a script that writes the file, says reload, and is answered OK.
# Product: has netifd write the file and hand it to hostapd (src/service/jobs.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 2 <<'EOF'
home >/tmp/ap.conf
ap_start
device wlan1 'network={' 'ssid="Home"' 'psk="correct horse"' '}'
becomes wlan1
sed -i 's/=Home$/=House/; s/correct horse/another horse/; s/^channel=6/channel=11/' /tmp/ap.conf
now() {
	sleep 2
	echo "$1: $(ap wlan0 get_config | sed -n '/^ssid=\|^passphrase=/p' | paste -s -d ,),$(ap wlan0 status | grep ^channel=)"
	echo "thrown out so far: $(grep -c AP-STA-DISCONNECTED /tmp/ap.log)"
}
now before
now "reload, $(ap wlan0 reload)"
becomes wlan1
kill -HUP "$HOSTAPD"
now SIGHUP
EOF

as_stated <<'EOF'
joined Home
before: ssid=Home,passphrase=correct horse,channel=6
thrown out so far: 0
reload, OK: ssid=Home,passphrase=correct horse,channel=6
thrown out so far: 1
joined Home
SIGHUP: ssid=House,passphrase=another horse,channel=6
thrown out so far: 2
EOF
