#!/bin/sh
# Program: ash of busybox 1.35.0 and dash 0.5.12 (Debian 12); bash is the one to compare with.
# Guess: "COMMAND & kill $!" ends the command, whatever the script itself does with SIGTERM.
# Instead: where the script has a trap for TERM, the signal is lost as a rule: the command runs on. Without the trap, or in bash,
# it ends each time.
# Where: forkchild in busybox's shell/ash.c: the child comes with the parent's handler and takes it off only after the fork; a
# signal in between is noted for the trap, which the child has not got any more. dash: forkchild in src/jobs.c, the same.
# Bites: a watchdog in a router's script that is called off at once, and later kills a process that got the number since.
# Product: where its shell ends children, the parent has no trap for TERM, or SIGKILL does it (root/etc/init.d/wps-guard).
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"

take busybox-static=1:1.35.0-4+deb12u1+b1 dash=0.5.12-2
# Starts 200 commands, ends each at once, and counts who lives half a second later.
cat >"$FOLDER/script" <<'EOF'
[ "$1" = plain ] || trap : TERM
all=
for hundred in 0 1; do
	for ten in 0 1 2 3 4 5 6 7 8 9; do
		for one in 0 1 2 3 4 5 6 7 8 9; do
			sleep 60 &
			kill $!
			all="$all $!"
		done
	done
done
sleep 1
living=0
for pid in $all; do
	! kill -0 "$pid" 2>/dev/null || { living=$((living + 1)) && kill -KILL "$pid"; }
done
if [ "$living" -gt 0 ]; then echo "lost"; else echo "none lost"; fi
EOF
for shell in 'busybox ash' dash bash; do
	for trap in plain trap; do
		# Program and argument.
		# shellcheck disable=SC2086
		echo "$shell, $trap: $($shell "$FOLDER/script" "$trap" 2>/dev/null)" >>"$SEEN"
	done
done

as_stated <<'EOF'
busybox ash, plain: none lost
busybox ash, trap: lost
dash, plain: none lost
dash, trap: lost
bash, plain: none lost
bash, trap: none lost
EOF
