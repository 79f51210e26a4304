# Runs commands for the host. A request is one line: its number, and the command, quoted as $'…'. The answer: number,
# exit status and length, then so many bytes and a newline. No process is spent on anything else: each costs the
# emulated processor as much as hostapd_cli's work does. The host watches the time.
while IFS=' ' read -r number text; do
	output=$(eval "eval $text" 2>&1 </dev/null)
	status=$?
	printf '%s %s %s\n%s\n' "$number" "$status" "${#output}" "$output"
done
