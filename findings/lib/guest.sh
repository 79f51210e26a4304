#!/bin/busybox sh
# shellcheck shell=dash
# The first process of the guest of radio.sh: brings up the radios and runs the script, which may use the functions below.

export PATH=/bin:/sbin:/usr/bin:/usr/sbin LC_ALL=C
/bin/busybox mkdir -p /proc /sys /run /tmp
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
# The kernel asks for ciphers by it.
echo /bin/modprobe >/proc/sys/kernel/modprobe
depmod
# The number stands on the kernel's command line.
# shellcheck disable=SC2154
modprobe mac80211_hwsim "radios=$radios"
ip link set lo up
stty -F /dev/ttyS1 raw

# until_true SECONDS COMMAND…: waits until the command succeeds; says so if it does not.
until_true() {
	end=$(($(date +%s) + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ "$(date +%s)" -lt "$end" ] || { echo "waited in vain for: $*" && return 1; }
		sleep 0.2
	done
}

# network INTERFACE SSID PASSPHRASE LINE…: what hostapd is told about a network with WPS. The first one stands behind
# "interface=", a further one of the same radio behind "bss=".
network() {
	cat <<-LINES
		$1
		ctrl_interface=/run/hostapd
		ssid=$2
		wpa=2
		wpa_key_mgmt=WPA-PSK
		rsn_pairwise=CCMP
		wpa_passphrase=$3
		eap_server=1
		wps_state=2
		config_methods=virtual_push_button keypad
	LINES
	shift 3
	for line; do echo "$line"; done
}
home() { network interface=wlan0 Home 'correct horse' driver=nl80211 hw_mode=g channel=6 "$@"; }

# ap_start: hostapd with /tmp/ap.conf.
ap_start() {
	hostapd -d /tmp/ap.conf >/tmp/ap.log 2>&1 &
	HOSTAPD=$!
	until_true 60 grep -q AP-ENABLED /tmp/ap.log
}
ap_stop() { kill "$HOSTAPD" && wait "$HOSTAPD"; }
# ap INTERFACE COMMAND…
ap() { hostapd_cli -p /run/hostapd -i "$@"; }

# device INTERFACE LINE…: wpa_supplicant with /tmp/INTERFACE.conf, which these lines are added to.
device() {
	name=$1
	shift
	printf '%s\n' ctrl_interface=/run/device update_config=1 'config_methods=virtual_push_button keypad' "$@" >"/tmp/$name.conf"
	wpa_supplicant -D nl80211 -i "$name" -c "/tmp/$name.conf" >"/tmp/$name.log" 2>&1 &
	DEVICE=$!
	until_true 60 says "$name" status wpa_state=
}
device_stop() { kill "$DEVICE" && wait "$DEVICE"; }
# on INTERFACE COMMAND…: asks the device.
on() { wpa_cli -p /run/device -i "$@"; }
says() { on "$1" "$2" | grep -q "$3"; }
# press INTERFACE: presses the device's button, and says what becomes of it within a minute.
press() { until_true 10 says "$1" wps_pbc OK && becomes "$1"; }
becomes() {
	if until_true 60 says "$1" status wpa_state=COMPLETED >/dev/null; then
		on "$1" status | sed -n 's/^ssid=/joined /p'
	else
		echo 'did not join'
		tail -n 20 "/tmp/$1.log" >/dev/console
	fi
}

# shellcheck source=/dev/null
. /script >/dev/ttyS1 2>&1
echo end >/dev/ttyS1
poweroff -f
