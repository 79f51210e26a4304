#!/bin/busybox sh
# The guest's first process: brings up the simulated radios, then serves the host.
# One virtio port carries the log; every other one has an agent that runs commands.
export PATH=/bin:/sbin:/usr/bin:/usr/sbin LC_ALL=C
busybox=/bin/busybox
$busybox mkdir -p /proc /sys /dev /run /tmp /var /etc /root
$busybox --install -s /bin
# Where Debian and OpenWrt have what is in /bin here.
mkdir -p /usr
ln -s /bin /usr/bin
ln -s /bin /usr/sbin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
ln -sf /run /var/run
echo 'root:x:0:0::/root:/bin/sh' >/etc/passwd
echo 'root:x:0:' >/etc/group
while read -r module options; do
	insmod "$module" $options || echo "guest: $module does not load"
done </etc/modules.list
iw reg set US
ip link set lo up
ip link set eth0 up
ip address add 10.0.2.15/24 dev eth0
for folder in repo node/bin; do
	mount -t 9p -o trans=virtio,version=9p2000.L,ro,msize=262144,cache=loose "${folder%/*}" "/$folder"
done
read -r program </proc/cmdline
program=${program##*program=}
mkfifo /run/log

for port in /sys/class/virtio-ports/*; do
	read -r name <"$port/name"
	device=/dev/${port##*/}
	case $name in
	log) cat <>/run/log >"$device" & ;;
	orders) while :; do
		/node/lib/ld-linux-x86-64.so.2 --library-path /node/lib /node/bin/node "$program" <>"$device" >&0 2>/run/log
		sleep 0.2
	done & ;;
	*) while :; do
		sh /agent.sh <>"$device" >&0 2>/dev/null
		sleep 0.2
	done & ;;
	esac
done
read -r uptime rest </proc/uptime
echo "guest: ready after $uptime s"
# Orphans end up here: reap them for ever.
while :; do
	wait
	sleep 3600
done
