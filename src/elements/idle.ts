/** What can wait until the browser has nothing else to do. */

/** @returns something, so that whoever asks once can keep it */
export const whenIdle = (run: () => unknown): number =>
  (globalThis.requestIdleCallback ?? setTimeout)(() => void run());
