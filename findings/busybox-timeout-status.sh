#!/bin/sh
# Program: timeout of busybox 1.35.0 (Debian 12); that of coreutils is the one to compare with.
# Guess: it ends with 124 when the time ran out, and it is the command's parent, so that $! is the number of the watch.
# Instead: it ends with 143, the same as when somebody else ends the command by SIGTERM: which of both it was cannot be told. And
# it becomes the command itself: $! is the command's number, and the watch is a process that the script does not know of.
# Where: timeout_main in coreutils/timeout.c forks the watch, detached, and then executes the command in its own place.
# Bites: scripts from elsewhere that test for 124, and so take every command that took too long for one that failed.
# Product: no script for the router uses it.
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"

take busybox-static=1:1.35.0-4+deb12u1+b1
# try WHAT COMMAND…: how it ends.
try() {
	what=$1
	shift
	for timeout in 'busybox timeout' timeout; do
		status=0
		# Program and argument.
		# shellcheck disable=SC2086
		$timeout "$@" 2>/dev/null || status=$?
		echo "$timeout, $what: $status" >>"$SEEN"
	done
}
try 'time ran out' 1 sleep 5
try 'ended by somebody else' 5 sh -c 'kill $$'
for timeout in 'busybox timeout' timeout; do
	# Program and argument.
	# shellcheck disable=SC2086
	$timeout 10 sleep 5 &
	child $!
	sleep 1
	echo "$timeout, \$! is: $(tr '\0' ' ' <"/proc/$!/cmdline" | sed 's/ $//')" >>"$SEEN"
	kill $!
done

as_stated <<'EOF'
busybox timeout, time ran out: 143
timeout, time ran out: 124
busybox timeout, ended by somebody else: 143
timeout, ended by somebody else: 143
busybox timeout, $! is: sleep 5
timeout, $! is: timeout 10 sleep 5
EOF
