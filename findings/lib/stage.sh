# shellcheck shell=sh
# For every find, first of all: makes a folder that goes when the script ends, fetches Debian's packages into it (nothing is
# installed) and compares what was seen with what the script states.

# Exit codes: 0 as stated, 1 seen otherwise, 2 the stage broke, 75 a pinned package is not to be had here.
GONE=75

LC_ALL=C
export LC_ALL
FOLDER=$(mktemp -d)
ROOT=$FOLDER/root
SEEN=$FOLDER/seen
mkdir "$ROOT"
: >"$SEEN"
CHILDREN=
USUAL_PATH=$PATH

leave() {
	status=$?
	trap - EXIT
	# One word a process: they are numbers.
	# shellcheck disable=SC2086
	[ -z "$CHILDREN" ] || kill -KILL $CHILDREN 2>/dev/null || :
	rm -rf "$FOLDER"
	exit "$status"
}
trap leave EXIT
trap 'exit 2' INT TERM HUP

# broken WORD…: the stage itself does not work; that says nothing about the find.
broken() {
	echo "$0: $*" >&2
	exit 2
}

# take PACKAGE[=VERSION]…: into $ROOT, and that comes first on the PATH. The program that a find is about is pinned; what it
# merely needs comes as the mirror has it. $FINDINGS_DEBS, a folder, keeps what was fetched for the next script.
take() {
	fetch "$@"
	for name; do
		dpkg -x "$(deb_of "$name")" "$ROOT"
	done
	PATH=$ROOT/usr/sbin:$ROOT/usr/bin:$ROOT/sbin:$ROOT/bin:$USUAL_PATH
	LD_LIBRARY_PATH=$ROOT/usr/lib/x86_64-linux-gnu:$ROOT/lib/x86_64-linux-gnu
	export LD_LIBRARY_PATH
}

# fetch PACKAGE[=VERSION]…: sees to it that deb_of finds them.
fetch() {
	debs=${FINDINGS_DEBS:-$FOLDER/debs}
	mkdir -p "$debs"
	missing=
	for name; do
		deb_of "$name" >/dev/null || missing="$missing $name"
	done
	if [ -n "$missing" ]; then
		# One word a package.
		# shellcheck disable=SC2086
		(cd "$debs" && apt-get download -qq -o APT::Sandbox::User=root $missing) >&2 || {
			echo "$0: not to be had here:$missing (Debian 12 has it; apt-get update?)" >&2
			exit $GONE
		}
	fi
	for name; do
		deb_of "$name" >/dev/null || broken "$name came under another name"
	done
}

# deb_of PACKAGE[=VERSION]: the file of the package, if it is there.
deb_of() {
	case $1 in
	*=*) version=$(printf %s "${1#*=}" | sed 's/:/%3a/') ;;
	*) version='*' ;;
	esac
	find "$debs" -name "${1%%=*}_${version}_*.deb" | grep -m 1 .
}

# child PID…: ends with the script, whatever happens.
child() {
	CHILDREN="$CHILDREN $*"
}

# until_true SECONDS COMMAND…: waits until the command succeeds.
until_true() {
	left=$(($1 * 10))
	shift
	until "$@" >/dev/null 2>&1; do
		left=$((left - 1))
		[ "$left" -gt 0 ] || broken "waited in vain for: $*"
		sleep 0.1
	done
}

# as_stated: compares $SEEN with what comes on standard input, and says so.
as_stated() {
	cat >"$FOLDER/stated"
	if diff -u --label stated --label seen "$FOLDER/stated" "$SEEN"; then
		echo "${0##*/}: as stated"
	else
		echo "${0##*/}: no longer as stated" >&2
		exit 1
	fi
}
