#!/bin/sh
# Program: mosquitto 2.0.11 (Debian 12), shared subscriptions ($share/group/topic).
# Guess: who is in a group and away is passed over: the members that are there get all messages.
# Instead: a member whose session the broker keeps (-c) has its turn as before. What falls to it waits for its return if it is of
# QoS 1, and is lost if it is of QoS 0: with one member of two away, every second message, and nobody is told.
# Where: subs__shared_process in src/subs.c takes the first of the group, whatever becomes of the message.
# Bites: two workers on one queue, of which one is switched off: half of the work is not done until it is back.
# Product: the bridge does not share subscriptions, and does not have the broker keep a session (src/house/options.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
# It is no variable: what begins so is shared.
# shellcheck disable=SC2016
shared='$share/workers/job'
listen away -c -q 1 -t "$shared"
AWAY=$!
kill "$AWAY"
wait "$AWAY" || :
listen here -q 1 -t "$shared" -t end
for qos in 0 1; do
	for number in 1 2 3 4; do publish -q "$qos" -t job -m "$qos/$number"; done
done
publish -q 1 -t end -m end
until_true 30 grep -q end "$FOLDER/here"
echo "here: $(paste -s -d ' ' "$FOLDER/here")" >>"$SEEN"
echo "back: $(subscribe -i away -c -q 1 -t "$shared" -W 2 2>&1 | paste -s -d ' ')" >>"$SEEN"

as_stated <<'EOF'
here: 0/2 0/4 1/2 1/4 end
back: 1/1 1/3 Timed out
EOF
