#!/bin/sh
# Program: hostapd 2.10 (Debian 12), the file of wpa_psk_file.
# Guess: a file of lines "MAC passphrase" with # comments takes blanks as such files do: TAB or space between, indented comments,
# lines of nothing but blanks; a bad line costs that line. A file without any key is an error.
# Instead: only spaces separate, and only a # in the first column is a comment. One TAB, one indented comment or one
# line with a space in it ends all, the radio does not come up; a carriage return at the line's end is taken, as a part of the
# passphrase. A file without a key starts a network that nobody can enter.
# Where: hostapd_config_read_wpa_psk in src/ap/ap_config.c splits by str_token at ' ' and gives up at the first bad line.
# Bites: owners who edit the file by hand, on a router whose only way in may be that radio.
# Product: reads the file with this grammar before it writes it, and makes comments of lines that hostapd would refuse
# (src/core/keyfile.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/hostapd.sh
. "$(dirname "$0")/lib/hostapd.sh"

take_hostapd
hostapd_conf "wpa_psk_file=$FOLDER/keys"

# try WHAT TEXT: whether the access point comes up with such a file.
try() {
	printf '%b' "$2" >"$FOLDER/keys"
	rm -f "$FOLDER/ap.log"
	hostapd "$FOLDER/ap.conf" >"$FOLDER/ap.log" 2>&1 &
	pid=$!
	child "$pid"
	until_true 30 grep -q -e AP-ENABLED -e 'initialization failed' "$FOLDER/ap.log"
	if grep -q AP-ENABLED "$FOLDER/ap.log"; then verdict='comes up'; else verdict='stays down'; fi
	kill "$pid" 2>/dev/null || :
	wait "$pid" || :
	echo "$1: $verdict" >>"$SEEN"
}
KEY='00:00:00:00:00:00 correct horse'
try 'a space' "$KEY\n"
try 'a TAB' '00:00:00:00:00:00\tcorrect horse\n'
try 'comment, empty line' "# mine\n\n$KEY\n"
try 'comment, indented' "$KEY\n  # mine\n"
try 'a line of one space' "$KEY\n \n"
try 'carriage return' "$KEY\r\n"
try 'nothing at all' ''

as_stated <<'EOF'
a space: comes up
a TAB: stays down
comment, empty line: comes up
comment, indented: stays down
a line of one space: stays down
carriage return: comes up
nothing at all: comes up
EOF
