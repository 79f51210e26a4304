#!/bin/sh
# Program: mosquitto_sub and mosquitto_pub 2.0.11 (Debian 12).
# Guess: both clients are one code base, so SIGTERM ends both in the same way: either the will is published or it is not.
# Instead: mosquitto_sub says goodbye to the broker and ends with 0, and its will is dropped; mosquitto_pub -l just dies
# (143), and its will is published. SIGHUP kills both, and both wills are published.
# Where: client/sub_client.c installs handlers for SIGTERM and SIGINT that disconnect (my_signal_handler); client/pub_client.c
# installs none.
# Bites: whoever has a supervisor stop a mosquitto_sub whose will says "offline": the retained "online" stays for ever.
# Product: the bridge keeps its will on mosquitto_sub and ends it with SIGKILL (endClient in src/house/clients.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
listen wills -t 'will/#' -v

# end SIGNAL CLIENT: ends a client that has a will by the signal.
end() {
	if [ "$2" = mosquitto_pub ]; then
		mkfifo "$FOLDER/lines"
		"$2" --unix "$FOLDER/broker" -i "$2-$1" -t x -l --will-topic "will/$2/$1" --will-payload gone <"$FOLDER/lines" &
		pid=$!
		exec 3>"$FOLDER/lines"
	else
		"$2" --unix "$FOLDER/broker" -i "$2-$1" -t x --will-topic "will/$2/$1" --will-payload gone >/dev/null &
		pid=$!
	fi
	child "$pid"
	until_true 30 grep -q "New client connected .* as $2-$1 " "$FOLDER/broker.log"
	kill -"$1" "$pid"
	status=0
	wait "$pid" || status=$?
	[ "$2" != mosquitto_pub ] || { exec 3>&- && rm "$FOLDER/lines"; }
	echo "$2 $1: ended with $status" >>"$SEEN"
}
for client in mosquitto_sub mosquitto_pub; do
	for signal in TERM HUP; do end "$signal" "$client"; done
done
publish -q 1 -t will/last -m gone
until_true 30 grep -q will/last "$FOLDER/wills"
sort "$FOLDER/wills" >>"$SEEN"

as_stated <<'EOF'
mosquitto_sub TERM: ended with 0
mosquitto_sub HUP: ended with 129
mosquitto_pub TERM: ended with 143
mosquitto_pub HUP: ended with 129
will/last gone
will/mosquitto_pub/HUP gone
will/mosquitto_pub/TERM gone
will/mosquitto_sub/HUP gone
EOF
