/** Switching WPS on and off. */
export { disable, enable, resumeJobs } from '../jobs';
