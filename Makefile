include $(TOPDIR)/rules.mk

PKG_NAME:=luci-app-wps
PKG_VERSION:=1.0.0
PKG_RELEASE:=1
PKG_LICENSE:=Apache-2.0
PKG_LICENSE_FILES:=LICENSE
PKG_MAINTAINER:=luci-app-wps developers <maintainers@users.noreply.r-seed-d21bc87f.example>
PKG_PO_VERSION:=$(PKG_VERSION)-r$(PKG_RELEASE)

# hostapd/wpad builds with CONFIG_WPS (first = default) and those without it
WPS_FULL:=wpad-mbedtls wpad-openssl wpad-wolfssl wpad \
	wpad-mesh-mbedtls wpad-mesh-openssl wpad-mesh-wolfssl \
	hostapd-mbedtls hostapd-openssl hostapd-wolfssl hostapd
WPS_NONE:=$(foreach d,wpad hostapd,$(addprefix $(d)-,basic-mbedtls basic-openssl basic-wolfssl basic mini))

# not the name of the folder, which is whatever somebody cloned into
LUCI_NAME:=$(PKG_NAME)
LUCI_TITLE:=LuCI support for Wi-Fi Protected Setup
LUCI_URL:=https://github.com/luci-app-wps/luci-app-wps
LUCI_MAINTAINER:=$(PKG_MAINTAINER)
LUCI_PKGARCH:=all
# luci.mk has no CONFLICTS variable: set it while DEPENDS is expanded ('=' not ':=')
LUCI_DEPENDS=$(eval CONFLICTS:=$(WPS_NONE))+luci-base +rpcd-mod-ucode \
	+ucode-mod-ubus +ucode-mod-uci +ucode-mod-fs +ucode-mod-uloop +USE_APK:luci-lib-uqr
# the QR code; with opkg no dependency, since 22.03 and 23.05 lack it and one .ipk is for all releases. As a condition of the
# package's own, for when scripts/feeds asks no configuration is known
ifneq ($(CONFIG_USE_APK),)
  # apk knows no alternatives: any provider of hostapd but those without WPS
  LUCI_EXTRA_DEPENDS:=hostapd (>0)$(foreach p,$(WPS_NONE),$(comma) !$(p) (>0))
else
  LUCI_EXTRA_DEPENDS:=$(subst $(space), | ,$(strip $(WPS_FULL)))
endif

# What the router only runs goes into the package without comments and long names (src/build/package/compact.ts)
define Build/Prepare/$(LUCI_NAME)
	$(CP) ./compact/* $(PKG_BUILD_DIR)/
	$(foreach file,$(HOUSE_FILES),mkdir -p $(PKG_BUILD_DIR)/house/$(dir $(file)); \
		mv $(PKG_BUILD_DIR)/root/$(file) $(PKG_BUILD_DIR)/house/$(dir $(file));)
endef

# The bridge to the other routers of a house: a package of its own, since it needs programs that most routers have no use
# for, and a third of the room of all the rest
HOUSE_NAME:=luci-app-wps-house
HOUSE_TITLE:=WPS on all routers of a house at once
HOUSE_FILES:=etc/init.d/wps-house usr/share/wps-house/wps-house.uc
HOUSE_DEPENDS:=+luci-app-wps +ucode +mosquitto-client-ssl

define Package/$(HOUSE_NAME)
  SECTION:=luci
  CATEGORY:=LuCI
  SUBMENU:=3. Applications
  TITLE:=$(HOUSE_TITLE)
  DEPENDS:=$(HOUSE_DEPENDS)
  PKGARCH:=all
  URL:=$(LUCI_URL)
  MAINTAINER:=$(LUCI_MAINTAINER)
endef

define Package/$(HOUSE_NAME)/install
	$(CP) $(PKG_BUILD_DIR)/house/* $(1)/
endef

define Package/$(PKG_NAME)/conffiles
/etc/config/wps
endef

# The new menu, view and ubus object are there at once. apk lays what is new beside what it finds under /etc and does not
# know: beside a boot guard that has come over a firmware upgrade, and beside settings, which nobody has to compare.
define Package/$(PKG_NAME)/postinst
#!/bin/sh
[ -n "$${IPKG_INSTROOT}" ] || {
	[ ! -e /etc/init.d/wps-guard.apk-new ] || {
		mv -f /etc/init.d/wps-guard.apk-new /etc/init.d/wps-guard
		/etc/init.d/wps-guard start
	}
	rm -f /etc/config/wps.apk-new /etc/config/wps-opkg
	rm -f /tmp/luci-indexcache.*
	rm -rf /tmp/luci-modulecache/
	/etc/init.d/rpcd reload 2>/dev/null
}
exit 0
endef

# Removal leaves networks that start with whatever hostapd comes next, and devices that stay connected.
define Package/$(PKG_NAME)/prerm
#!/bin/sh
[ -n "$${IPKG_INSTROOT}" ] || [ "$${PKG_UPGRADE}" = "1" ] || /etc/init.d/wps-guard leave
exit 0
endef

define Package/$(PKG_NAME)/postrm
#!/bin/sh
[ -n "$${IPKG_INSTROOT}" ] || {
	rm -f /tmp/luci-indexcache.*
	rm -rf /tmp/luci-modulecache/
	/etc/init.d/rpcd reload 2>/dev/null
}
exit 0
endef

include $(TOPDIR)/feeds/luci/luci.mk

# No signature for the buildroot here: a Makefile at the top of a feed breaks its index (feed/luci-app-wps has it).
