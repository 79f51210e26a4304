#!/bin/sh
# Program: hostapd 2.10 (Debian 12), two networks of one radio in one file (bss=).
# Guess: "hostapd_cli -i INTERFACE wps_config SSID WPA2PSK CCMP KEY" gives the network of that interface another name and key.
# Instead: it gives them to the first network of the file, whichever interface was asked; the one that was asked keeps its own.
# The answer is OK, and the file itself is rewritten: the new lines stand at its very top, in front of interface=, the first
# network's own are comments "#WPS#". Unless each network has wps_independent=1 this is done once for each, one over the other.
# Where: hapd_wps_cred_cb in src/ap/wps_hostapd.c writes the file and takes out lines only up to the first "bss="; what
# hostapd then reads is that file.
# Bites: whoever wants a new key for the guests: the family's network has it, under the guests' name.
# Product: never gives this command; what a network is called stands in UCI.
set -eu
# shellcheck source=lib/stage.sh
. "$(dirname "$0")/lib/stage.sh"
# shellcheck source=lib/radio.sh
. "$(dirname "$0")/lib/radio.sh"

in_guest 1 <<'EOF'
for independent in 0 1; do
	{
		home wps_independent=$independent
		network bss=wlan0_1 Guests 'guest horse' wps_independent=$independent
	} >/tmp/ap.conf
	ap_start
	echo "wps_independent=$independent: $(ap wlan0_1 wps_config 'New guests' WPA2PSK CCMP 'new guest horse')"
	until_true 10 grep -q '^ssid=New guests' /tmp/ap.conf
	sleep 2
	for interface in wlan0 wlan0_1; do
		echo "$interface: $(ap $interface get_config | grep -e '^ssid=' -e '^passphrase=' | paste -s -d ' ')"
	done
	echo "times: $(grep -c 'WPS configuration - START' /tmp/ap.conf)"
	ap_stop
done
grep -e '^#' -e interface= -e ssid= -e wpa_passphrase= -e bss= /tmp/ap.conf
EOF

as_stated <<'EOF'
wps_independent=0: OK
wlan0: ssid=New guests passphrase=new guest horse
wlan0_1: ssid=Guests passphrase=guest horse
times: 2
wps_independent=1: OK
wlan0: ssid=New guests passphrase=new guest horse
wlan0_1: ssid=Guests passphrase=guest horse
times: 1
# WPS configuration - START
ssid=New guests
wpa_passphrase=new guest horse
# WPS configuration - END
interface=wlan0
ctrl_interface=/run/hostapd
#WPS# ssid=Home
#WPS# wpa=2
#WPS# wpa_key_mgmt=WPA-PSK
#WPS# rsn_pairwise=CCMP
#WPS# wpa_passphrase=correct horse
#WPS# wps_state=2
bss=wlan0_1
ctrl_interface=/run/hostapd
ssid=Guests
wpa_passphrase=guest horse
EOF
