#!/bin/sh
# Program: mosquitto 2.0.11 (Debian 12).
# Guess: two subscriptions of a client that both fit a topic ("a/#" and "a/b") are treated alike for all messages: each comes
# twice, or each comes once.
# Instead: with MQTT 3.1.1, the clients' default, a message that is published comes once and a retained one comes twice. With
# MQTT 5 both come twice. So the same pair of -t counts differently by the moment at which the client arrives.
# Where: db__message_insert in src/database.c looks for a copy only for clients below MQTT 5, and not for what is retained.
# Bites: whoever counts with -C, or takes two messages in a row for two presses.
# Product: the bridge's subscriptions do not overlap (src/house/options.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
for version in mqttv311 mqttv5; do
	publish -r -t a/b -m retained
	listen "$version" -V "$version" -t 'a/#' -t a/b -t end
	until_true 30 grep -q retained "$FOLDER/$version"
	publish -t a/b -m live
	publish -t end -m end
	until_true 30 grep -q end "$FOLDER/$version"
	echo "$version: $(paste -s -d ' ' "$FOLDER/$version")" >>"$SEEN"
done

as_stated <<'EOF'
mqttv311: retained retained live end
mqttv5: retained retained live live end
EOF
