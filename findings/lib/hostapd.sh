# shellcheck shell=sh
# For finds about hostapd that need no radio: its driver "none" has all but the air, WPS and the control interface included.
# Behind stage.sh.

take_hostapd() {
	take hostapd=2:2.10-12+deb12u3 libnl-3-200 libnl-genl-3-200 libnl-route-3-200 libssl3
}

# hostapd_conf LINE…: writes $FOLDER/ap.conf, a network without a key; further lines may follow.
hostapd_conf() {
	cat >"$FOLDER/ap.conf" <<-EOF
		interface=lo
		driver=none
		ctrl_interface=$FOLDER/control
		ssid=Home
		hw_mode=g
		channel=6
		wpa=2
		wpa_key_mgmt=WPA-PSK
		rsn_pairwise=CCMP
		eap_server=1
	EOF
	for line; do echo "$line" >>"$FOLDER/ap.conf"; done
}

# hostapd_start ARGUMENT…: with $FOLDER/ap.conf, logging to $FOLDER/ap.log.
# shellcheck disable=SC2120
hostapd_start() {
	rm -f "$FOLDER/ap.log"
	hostapd "$@" "$FOLDER/ap.conf" >"$FOLDER/ap.log" 2>&1 &
	HOSTAPD=$!
	child "$HOSTAPD"
	until_true 30 grep -q AP-ENABLED "$FOLDER/ap.log"
}

ap() { hostapd_cli -p "$FOLDER/control" -i lo "$@"; }
