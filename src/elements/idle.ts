/** What can wait until the browser has nothing else to do. */

import { isServer } from 'lit';

/** Never on a server. @returns something, so that whoever asks once can keep it */
export const whenIdle = (run: () => unknown): number =>
  isServer ? 1 : (globalThis.requestIdleCallback ?? setTimeout)(() => void run());
