#!/bin/sh
# Program: mosquitto 2.0.11 (Debian 12), MQTT 5.
# Guess: a will with a delay goes out when the delay is over or the session ends, whichever comes first, as the standard says.
# So without a session that lasts (-x, session-expiry-interval) the delay means nothing.
# Instead: the delay counts alone: with a session that ends with its connection the will still comes only after the delay.
# Where: context__disconnect in src/context.c hands a will with a delay to will_delay__add, and does not look at the session.
# Bites: whoever moves from another broker, or tests with this one: "offline" comes late here and at once there.
# Product: speaks MQTT 3.1.1, which knows no delay (src/house/options.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
listen wills -t will
mosquitto_sub --unix "$FOLDER/broker" -i doomed -V mqttv5 -x 0 -t topic --will-topic will --will-payload gone \
	-D will will-delay-interval 5 >/dev/null &
DOOMED=$!
until_true 30 grep -q 'Sending SUBACK to doomed$' "$FOLDER/broker.log"
kill -KILL "$DOOMED"
wait "$DOOMED" 2>/dev/null || :
until_true 30 grep -q 'doomed closed' "$FOLDER/broker.log"
sleep 2
echo "two seconds later: <$(cat "$FOLDER/wills")>" >>"$SEEN"
until_true 30 test -s "$FOLDER/wills"
echo "in the end: <$(cat "$FOLDER/wills")>" >>"$SEEN"

as_stated <<'EOF'
two seconds later: <>
in the end: <gone>
EOF
