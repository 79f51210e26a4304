/** The LED that shows WPS. */
export { findLight } from '../../router/led';
export { followLight, resumeLight, showError } from '../light';
