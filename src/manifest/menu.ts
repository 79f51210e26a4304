interface MenuNode {
	title: string;
	order: number;
	action: { type: 'alias' | 'view'; path: string };
	depends?: { acl: string[] };
}

/**
 * LuCI's menu.d. One titled child makes a tab bar in which Wireless itself is no tab (renderTabMenu in the themes'
 * menu-*.js), hence the alias: no node of another package is touched.
 */
export const menu: Record<string, MenuNode> = {
	'admin/network/wireless/overview': {
		title: 'Wireless',
		order: 1,
		action: { type: 'alias', path: 'admin/network/wireless' }
	},
	'admin/network/wireless/wps': {
		title: 'WPS',
		order: 20,
		action: { type: 'view', path: 'wps' },
		depends: { acl: ['luci-app-wps'] }
	}
};
