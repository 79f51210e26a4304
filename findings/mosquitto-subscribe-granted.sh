#!/bin/sh
# Program: mosquitto 2.0.11 with an acl_file (Debian 12).
# Guess: who may not read a topic is told so when he subscribes: MQTT 3.1.1 and 5 have an answer for that.
# Instead: every subscription is granted, and nothing ever comes. A publication that is not allowed is confirmed to a client of
# MQTT 3.1.1 as if it had gone out; a client of MQTT 5 is told, and mosquitto_pub prints it, but ends with 0 all the same.
# Where: mosquitto_acl_check_default in src/security_default.c agrees to every subscription before it looks at the list;
# handle__publish confirms what it drops; my_publish_callback in client/pub_client.c prints and counts it as done.
# Bites: whoever takes SUBACK, PUBACK or exit status 0 as proof that the account has its rights.
# Product: the bridge listens to what it says itself, and calls itself connected only when that comes back (src/house/link.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

take_mosquitto
printf 'user reader\ntopic readwrite mine/#\n' >"$FOLDER/rights"
: >"$FOLDER/passwords"
chmod 600 "$FOLDER/passwords" "$FOLDER/rights"
mosquitto_passwd -b "$FOLDER/passwords" reader secret >/dev/null 2>&1
broker 'allow_anonymous false' "acl_file $FOLDER/rights" "password_file $FOLDER/passwords"

for version in mqttv311 mqttv5; do
	echo "$version" >>"$SEEN"
	subscribe -u reader -P secret -V "$version" -t not-mine -W 1 -d 2>&1 |
		grep -e '^Subscribed' -e '^Timed out' | sort >>"$SEEN"
	status=0
	publish -u reader -P secret -V "$version" -t not-mine -m x -q 1 >>"$SEEN" 2>&1 || status=$?
	echo "mosquitto_pub ends with $status" >>"$SEEN"
done

as_stated <<'EOF'
mqttv311
Subscribed (mid: 1): 0
Timed out
mosquitto_pub ends with 0
mqttv5
Subscribed (mid: 1): 0
Timed out
Warning: Publish 1 failed: Not authorized.
mosquitto_pub ends with 0
EOF
