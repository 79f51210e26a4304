# shellcheck shell=sh
# For finds about mosquitto: a broker of its own on a socket in $FOLDER, and both clients. Behind stage.sh.

take_mosquitto() {
	version=2.0.11-1.2+deb12u2
	take "mosquitto=$version" "mosquitto-clients=$version" "libmosquitto1=$version" \
		libcap2 libcjson1 libcom-err2 libdlt2 libgcrypt20 libgpg-error0 libgssapi-krb5-2 libk5crypto3 libkeyutils1 \
		libkrb5-3 libkrb5support0 liblz4-1 liblzma5 libnsl2 libssl3 libsystemd0 libtirpc3 libwrap0 libzstd1
}

# broker LINE…: starts it; lines for its configuration may follow.
broker() {
	take_mosquitto
	{
		echo "listener 0 $FOLDER/broker"
		echo "user $(id -un)"
		echo 'log_type all'
		for line; do echo "$line"; done
	} >"$FOLDER/broker.conf"
	broker_start
}

broker_start() {
	rm -f "$FOLDER/broker"
	mosquitto -c "$FOLDER/broker.conf" >>"$FOLDER/broker.log" 2>&1 &
	BROKER=$!
	child "$BROKER"
	until_true 30 test -S "$FOLDER/broker"
}

broker_stop() {
	kill "$BROKER"
	wait "$BROKER" || :
}

publish() { mosquitto_pub --unix "$FOLDER/broker" "$@"; }
subscribe() { mosquitto_sub --unix "$FOLDER/broker" "$@"; }

# listen NAME ARGUMENT…: subscribes in the background, what comes goes to $FOLDER/NAME; waits until the broker knows.
listen() {
	name=$1
	shift
	: >"$FOLDER/$name"
	stdbuf -oL mosquitto_sub --unix "$FOLDER/broker" -i "$name" "$@" >"$FOLDER/$name" &
	child $!
	until_true 30 grep -q "Sending SUBACK to $name\$" "$FOLDER/broker.log"
}
