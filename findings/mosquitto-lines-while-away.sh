#!/bin/sh
# Program: mosquitto_pub -l 2.0.11 (Debian 12), default QoS.
# Guess: a publisher that reads lines and connects again by itself either keeps lines until the broker is back, or ends.
# Instead: while the broker is away it goes on reading; these lines are gone, nothing is printed, and the line that comes after
# the return goes out as if nothing had been. With a broker that is away from the start the same command ends at once.
# Where: pub_stdin_line_loop in client/pub_client.c accepts the library's "no connection" as if the line had been sent.
# Bites: whoever feeds states through a pipe: the last state before a broker's restart is the one that is missing afterwards.
# Product: the bridge hears its own words back, and says everything anew when the connection is another (src/house/link.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
mkfifo "$FOLDER/lines"
mosquitto_pub --unix "$FOLDER/broker" -i feeder -t lines -l <"$FOLDER/lines" >"$FOLDER/said" 2>&1 &
FEEDER=$!
child "$FEEDER"
exec 3>"$FOLDER/lines"
until_true 30 grep -q 'as feeder ' "$FOLDER/broker.log"
listen got -t lines
echo before >&3
until_true 30 grep -q before "$FOLDER/got"

broker_stop
echo 'while away, one' >&3
echo 'while away, two' >&3
sleep 1
: >"$FOLDER/broker.log"
broker_start
until_true 60 grep -q 'as feeder ' "$FOLDER/broker.log"
listen later -t lines
echo back >&3
until_true 30 grep -q back "$FOLDER/later"
sort -u "$FOLDER/got" "$FOLDER/later" >>"$SEEN"
kill -0 "$FEEDER" && echo "still running, and said: <$(cat "$FOLDER/said")>" >>"$SEEN"
status=0
mosquitto_pub --unix "$FOLDER/nobody" -t lines -l </dev/null >/dev/null 2>&1 || status=$?
echo "no broker from the start: ended with $status" >>"$SEEN"

as_stated <<'EOF'
back
before
still running, and said: <>
no broker from the start: ended with 1
EOF
