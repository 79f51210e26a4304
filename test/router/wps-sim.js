#!/usr/bin/env node
/* Starts the command line of the simulator: TypeScript, hence through tsx. */
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
