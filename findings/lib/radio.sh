# shellcheck shell=sh
# For finds that need radios: Debian's kernel in QEMU, in its memory nothing but simulated radios (mac80211_hwsim), the programs
# that the find is about, and busybox. Behind stage.sh.

HOSTAPD=hostapd=2:2.10-12+deb12u3
SUPPLICANT=wpasupplicant=2:2.10-12+deb12u3

# in_guest RADIOS: runs the script that comes on standard input, with that many radios (wlan0, wlan1, …) and the functions of
# guest.sh; what it prints goes to $SEEN.
in_guest() {
	command -v qemu-system-x86_64 >/dev/null || {
		echo "$0: qemu-system-x86_64 is not to be had here" >&2
		exit "$GONE"
	}
	kernel=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: \(linux-image-6\.1\..*\)/\1/p')
	set -- "$1" "$HOSTAPD" "$SUPPLICANT" busybox-static iw libc6 libcap2 libdbus-1-3 libgcrypt20 libgpg-error0 liblz4-1 liblzma5 \
		libnl-3-200 libnl-genl-3-200 libnl-route-3-200 libpcsclite1 libreadline8 libssl3 libsystemd0 libtinfo6 libzstd1
	radios=$1
	shift
	fetch "$kernel" "$@"

	guest=$FOLDER/guest
	mkdir "$guest" "$guest/dev"
	for name; do dpkg -x "$(deb_of "$name")" "$guest"; done
	rm -rf "${guest:?}/usr/share"
	# Of the kernel package nothing else: the rest is a hundred times as large.
	dpkg --fsys-tarfile "$(deb_of "$kernel")" | tar -x -C "$guest" --wildcards './boot/vmlinuz-*' '*/kernel/crypto/*' \
		'*/kernel/lib/crypto/*' '*/kernel/net/wireless/*' '*/kernel/net/mac80211/*' '*/kernel/net/rfkill/*' \
		'*/kernel/drivers/virtio/*' '*/mac80211_hwsim.ko'
	mv "$guest"/boot/vmlinuz-* "$FOLDER/kernel"
	install -m 755 "$(dirname "$0")/lib/guest.sh" "$guest/init"
	cat >"$guest/script"
	(cd "$guest" && find . | cpio --quiet -o -H newc) >"$FOLDER/initramfs"

	# Without -accel kvm: it is slower so, but the same on every machine.
	timeout 900 qemu-system-x86_64 -accel tcg -m 512 -nodefaults -display none -no-reboot \
		-kernel "$FOLDER/kernel" -initrd "$FOLDER/initramfs" -append "console=ttyS0 quiet panic=-1 radios=$radios" \
		-serial "file:$FOLDER/console" -serial "file:$FOLDER/said" || broken "QEMU ended with $?"
	[ "$(tail -n 1 "$FOLDER/said")" = end ] || broken "the guest did not come to its end: $(tail -n 5 "$FOLDER/console")"
	sed '$d' "$FOLDER/said" >>"$SEEN"
}
