#!/bin/sh
# Program: mosquitto_sub 2.0.11 (Debian 12).
# Guess: one line a message: an empty message is an empty line, and with -v its topic alone.
# Instead: an empty message is no line at all, and with -v it is "topic (null)", the same as a message of these six characters.
# Only -F '%p' gives the empty line.
# Where: print_message in client/sub_client_output.c: payload and end of line are both printed only if there is a payload.
# Bites: whoever reads states by line: that a retained state was deleted (an empty message says so) is never seen, or is a name.
# Product: the bridge reads -F "%r %x %t", in which nothing stands for nothing (src/house/options.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
listen plain -t topic
listen verbose -t topic -v
listen format -t topic -F '%p'
publish -t topic -m first
publish -t topic -n
publish -t topic -m '(null)'
publish -t topic -m last
for way in plain verbose format; do
	until_true 30 grep -q last "$FOLDER/$way"
	sed "s/.*/$way: <&>/" "$FOLDER/$way" >>"$SEEN"
done

as_stated <<'EOF'
plain: <first>
plain: <(null)>
plain: <last>
verbose: <topic first>
verbose: <topic (null)>
verbose: <topic (null)>
verbose: <topic last>
format: <first>
format: <>
format: <(null)>
format: <last>
EOF
