#!/bin/sh
# Program: mosquitto 2.0.11 with a password_file (Debian 12).
# Guess: SIGHUP reads the password file for those who come; who is connected stays until he connects again.
# Instead: whose password in the file is another now, or who is not in it any more, is thrown out at once. The same password
# written anew (other salt, other line) throws nobody out. A broken line in mosquitto.conf leaves all as it was.
# Where: mosquitto_security_apply_default in src/security_default.c goes through all clients after each reload, and compares the
# password that each came with, which the broker keeps for that.
# Bites: a change of passwords that is meant to come into force bit by bit: the old ones are out before they have the new one.
# Product: the bridge says that the broker refuses it, and tries again with what its settings say by then (src/house/link.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

take_mosquitto
: >"$FOLDER/passwords"
chmod 600 "$FOLDER/passwords"
password() { mosquitto_passwd -b "$FOLDER/passwords" "$1" "$2" >/dev/null 2>&1; }
for user in same other gone; do password "$user" old; done
broker 'allow_anonymous false' "password_file $FOLDER/passwords"
for user in same other gone; do listen "$user" -u "$user" -P old -t topic; done

reload() {
	kill -HUP "$BROKER"
	until_true 30 grep -q 'Reloading config' "$FOLDER/broker.log"
	sleep 1
	sed -n 's/^[0-9]*: Client \(same\|other\|gone\) .*/\1: out/p' "$FOLDER/broker.log" | sort >>"$SEEN"
	: >"$FOLDER/broker.log"
}
echo unheard_of >>"$FOLDER/broker.conf"
echo 'broken line:' >>"$SEEN"
reload
sed -i '/unheard_of/d' "$FOLDER/broker.conf"
password same old
password other new
mosquitto_passwd -D "$FOLDER/passwords" gone
echo 'passwords:' >>"$SEEN"
reload

as_stated <<'EOF'
broken line:
passwords:
gone: out
other: out
EOF
