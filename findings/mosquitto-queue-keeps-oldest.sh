#!/bin/sh
# Program: mosquitto 2.0.11 (Debian 12).
# Guess: max_queued_messages N keeps the N newest for a client that is away: the oldest makes room. Or it refuses the publisher.
# Instead: it keeps the N oldest; what comes later is dropped, the last state included. The publisher is told that all went out
# (QoS 1, exit status 0), and the log says one line for all that is lost.
# Where: db__message_insert in src/database.c asks db__ready_for_queue before it puts a message behind the others.
# Bites: whoever limits the queue so that a client that was long away gets what is new: it gets what is old.
# Product: states are retained messages, of which the broker keeps the last (src/house/options.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true' 'max_queued_messages 2'
listen away -c -q 1 -t state
AWAY=$!
kill "$AWAY"
wait "$AWAY" || :
for state in 1 2 3 4; do
	status=0
	publish -q 1 -t state -m "$state" || status=$?
	echo "published $state: $status" >>"$SEEN"
done
subscribe -i away -c -q 1 -t state -W 2 2>/dev/null | sed 's/^/got /' >>"$SEEN" || :
sed -n 's/^[0-9]*: \(.*dropped.*\)/\1/p' "$FOLDER/broker.log" >>"$SEEN"

as_stated <<'EOF'
published 1: 0
published 2: 0
published 3: 0
published 4: 0
got 1
got 2
Outgoing messages are being dropped for client away.
EOF
