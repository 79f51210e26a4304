#!/bin/sh
# Program: mosquitto 2.0.11 (Debian 12), default protocol (MQTT 3.1.1).
# Guess: when a second client comes with the name of a first, the first is thrown out without having said goodbye, so its will is
# published, whichever way the two connected.
# Instead: it hangs on whether the broker keeps their sessions: with -c on both the will is dropped, without it is published,
# although somebody of that name is connected all the time.
# Where: connect__on_authorised in src/handle_connect.c sends the will of whom it finds only if a session ends with it.
# Bites: the newcomer's retained "online", with its own predecessor's "offline" behind it; and, with -c, whoever counts on the
# will to learn that two devices have the same name.
# Product: names its clients by their process number, so none takes over from one that lives (-I in src/house/options.ts).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/broker.sh
. "$(dirname "$0")/lib/broker.sh"

broker 'allow_anonymous true'
listen wills -t 'will/#' -t end -v

# A client with a will, and a second one of the same name. Neither says goodbye, and the first is stopped, so as not to come back.
for way in kept clean; do
	for turn in first second; do
		: >"$FOLDER/broker.log"
		[ "$way" = clean ] || set -- -c
		mosquitto_sub --unix "$FOLDER/broker" -i "$way" -t topic "$@" --will-topic "will/$way" --will-payload "$turn" >/dev/null &
		child $!
		until_true 30 grep -q "Sending SUBACK to $way\$" "$FOLDER/broker.log"
		[ "$turn" = second ] || kill -STOP $!
	done
	set --
done
publish -t end -m end
until_true 30 grep -q end "$FOLDER/wills"
cat "$FOLDER/wills" >>"$SEEN"

as_stated <<'EOF'
will/clean first
end end
EOF
