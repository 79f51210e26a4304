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

LUCI_TITLE:=LuCI support for Wi-Fi Protected Setup
LUCI_URL:=https://github.com/luci-app-wps/luci-app-wps
LUCI_MAINTAINER:=$(PKG_MAINTAINER)
LUCI_PKGARCH:=all
# luci.mk has no CONFLICTS variable: set it while DEPENDS is expanded ('=' not ':=')
LUCI_DEPENDS=$(eval CONFLICTS:=$(WPS_NONE))+luci-base +rpcd-mod-ucode \
	+ucode-mod-ubus +ucode-mod-uci +ucode-mod-fs +ucode-mod-uloop
ifneq ($(CONFIG_USE_APK),)
  # apk knows no alternatives: any provider of hostapd but those without WPS
  LUCI_EXTRA_DEPENDS:=hostapd (>0)$(foreach p,$(WPS_NONE),$(comma) !$(p) (>0))
else
  LUCI_EXTRA_DEPENDS:=$(subst $(space), | ,$(strip $(WPS_FULL)))
endif

include $(TOPDIR)/feeds/luci/luci.mk

# call BuildPackage - OpenWrt buildroot signature
