/** Keys of their own for devices. */
export { owned } from '../../core/ownkeys';
export {
	canReread,
	followKeys,
	forgetKeys,
	isSpent,
	keyHolders,
	keyNameOf,
	keysAreRead,
	prepareKeys,
	reread,
	resumeKeys,
	secureKeys,
	spareKeys,
	withdraw
} from '../ownkeys';
