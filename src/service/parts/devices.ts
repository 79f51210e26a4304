/** What is known of the devices that joined. */
export { dropKeys, followDevices, keepFound, reconcile, remove, rename, tellDevices } from '../devices';
