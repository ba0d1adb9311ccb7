/** The version whose addresses the builder writes. */
import { version } from '../../package.json';
import type { Release } from './snippets.js';

export const release: Release = { version };
