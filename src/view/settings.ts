import ui from 'luci:ui';
import type { AccessPoint } from '../contract/status';

/**
 * Leads to the settings of one network. LuCI has no address for that dialog: this puts LuCI's own Wireless page
 * in the place of ours, address included (LuCI loads it again once changes are applied), and presses
 * Edit there. Where that fails the user has the page, as by a bare link.
 */
export function showSettings({ section }: AccessPoint): void {
	const observer = new MutationObserver(() => {
		const edit = document.querySelector<HTMLElement>(`[data-sid="${section}"] .cbi-button-action`);

		if (edit) observer.disconnect();
		edit?.click();
	});

	history.pushState(null, '', L.url('admin/network/wireless'));
	addEventListener('popstate', () => location.reload());
	document.body.dataset.page = 'admin-network-wireless';
	observer.observe(document.body, { childList: true, subtree: true });
	ui.instantiateView('network/wireless');
}
