/** The release whose addresses the builder writes: filled in where the site is built (site/build-site.ts). */
import type { Release } from './snippets.js';

declare const __RELEASE__: Release;

export const release: Release = __RELEASE__;
