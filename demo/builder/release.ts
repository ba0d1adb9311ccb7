/** The release whose addresses the builder writes: filled in where the site is built (site/build-site.ts). */
import type { Release } from './snippets.js';

declare const insightsRelease: Release;

export const release: Release = insightsRelease;
