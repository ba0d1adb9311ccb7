/** The words for what a visitor takes out of the page, in English. */
import type { Wording } from '../wording.js';

export const enTake = {
  /** What a menu offers. */
  copyText: 'Copy as text',
  csv: 'Download CSV',
  png: 'Download PNG',
  /** What came of it: short, since it is heard. */
  copied: 'Copied',
  notCopied: 'Could not copy: the page is not allowed to',
  /** Whether a browser keeps the file nobody tells the page. */
  given: 'Download started',
  drawing: 'Drawing the picture …',
  notDone: 'That did not work. Try again.',
} as const;

export type TakeWords = Wording<typeof enTake>;
