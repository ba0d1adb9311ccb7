/** What a visitor takes out of the page: a menu, and what it offers. Loaded with the first touch of its button. */
import { type Formats, plainText, type TakeWords, takeWordsFor } from '../format/index.js';
import { csvFile, download, fileName } from './download.js';
import type { InsightsElement } from './insights-element.js';
import { type MenuItem, toggleMenu } from './menu.js';
import { readTold } from './told.js';

export type { MenuItem };

/** An element of which a visitor can take something away. */
export type Takeable = InsightsElement & { toPNG?(): Promise<Blob> };

export interface TakeAwayParts {
  readonly element: Takeable;
  readonly button: HTMLElement;
  readonly formats: Formats;
  /** What the element offers beside. */
  readonly further: readonly MenuItem[];
}

/** What is on screen as plain text. */
export const textOf = (element: InsightsElement, formats: Formats): string => plainText(readTold(element, formats));

/** Opens the menu, or closes it. */
export function toggleTakeAway({ element, button, formats, further }: TakeAwayParts): void {
  const words = takeWordsFor(formats.locale);
  // What an earlier attempt had to say.
  button.removeAttribute('title');
  toggleMenu({
    host: element,
    button,
    items: [...itemsOf(element, formats, words), ...further],
    words: { working: words.drawing, failed: words.notDone },
  });
}

function itemsOf(element: Takeable, formats: Formats, words: TakeWords): MenuItem[] {
  const give = (file: Blob, ending: string): string => {
    download(file, fileName(element, element.results, ending));
    return words.given;
  };
  return [
    { key: 'text', label: words.copyText, run: () => copy(textOf(element, formats), words) },
    {
      key: 'csv',
      label: words.csv,
      run: () => give(csvFile(element.toCSV()), 'csv'),
    },
    ...(element.toPNG
      ? [{ key: 'png', label: words.png, run: async () => give((await element.toPNG?.()) as Blob, 'png') }]
      : []),
  ];
}

/** A page can be without the permission, or without the interface at all. */
async function copy(text: string, words: TakeWords): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return words.copied;
  } catch {
    return words.notCopied;
  }
}
