#!/bin/sh
# Program: mosquitto_sub -F %j 2.0.11 (Debian 12).
# Guess: the time ("tst") in the JSON that is meant for programs is ISO 8601, so every date parser takes it.
# Instead: it carries two time zones, "Z" and the offset behind it; where the zone is not UTC they contradict each other, as
# the hour is the local one. Parsers disagree about that: JavaScript's Date refuses it, GNU date takes it and heeds the
# offset, who knows ISO 8601 cuts behind the Z and is hours off. %I and %U of the same client are right.
# Where: json_print in client/sub_client_output.c has strftime write room for microseconds and %z, and then puts a Z between.
# Bites: whoever logs messages by %j and sorts or compares by "tst", above all whoever cuts the text behind the Z.
# Product: takes no time from the client (-F in src/house/options.ts); the bridge has its own.
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
publish -r -t topic -m x
for zone in UTC0 EST5; do
	text=$(TZ=$zone subscribe -t topic -C 1 -F '%j' | sed 's/.*"tst":"\([^"]*\)".*/\1/')
	echo "$zone: $text" | sed 's/[0-9]\{4\}-.*T[0-9:]*\.[0-9]*/<date>T<time>/' >>"$SEEN"
	echo "GNU date: $((($(date +%s) - $(date -d "$text" +%s) + 60) / 3600)) hours ago" >>"$SEEN"
	# The hour in front of the Z is that of the zone: up to it the text tells another moment.
	there=$(date -d "${text%Z*}Z" +%s)
	echo "cut behind the Z: $((($(date +%s) - there + 60) / 3600)) hours ago" >>"$SEEN"
done

as_stated <<'EOF'
UTC0: <date>T<time>Z+0000
GNU date: 0 hours ago
cut behind the Z: 0 hours ago
EST5: <date>T<time>Z-0500
GNU date: 0 hours ago
cut behind the Z: 5 hours ago
EOF
