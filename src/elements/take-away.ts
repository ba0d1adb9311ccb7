/** What a visitor takes out of the page: a menu, and what it offers. Loaded with the first touch of its button. */
import type { ReactiveElement } from 'lit';
import { type Formats, plainText, type TakeWords, takeWordsFor } from '../format/index.js';
import type { InsightsResult } from '../spec/index.js';
import { csvFile, download, fileName } from './download.js';
import { type MenuItem, toggleMenu } from './menu.js';
import { readTold, type Telling } from './told.js';

/** An element of which a visitor can take something away. */
export interface Takeable extends ReactiveElement {
  /** What it is about; without any, about an account. */
  readonly results?: readonly InsightsResult[];
  toText(): Promise<string>;
  toCSV(): string;
  toPNG?(): Promise<Blob>;
}

export interface TakeAwayParts {
  readonly element: Takeable;
  readonly button: HTMLElement;
  readonly formats: Formats;
  /** What the element offers beside. */
  readonly further: readonly MenuItem[];
}

/** In the place of metrics, in the name of a file. */
const account = [{ metric: 'account' }];

/** What is on screen as plain text. */
export const textOf = (element: Telling, formats: Formats): string => plainText(readTold(element, formats));

/** Opens the menu, or closes it. */
export function toggleTakeAway({ element, button, formats, further }: TakeAwayParts): void {
  const words = takeWordsFor(formats.locale);
  toggleMenu({
    host: element,
    button,
    items: [...itemsOf(element, words), ...further],
    words: { working: words.drawing, failed: words.notDone },
  });
}

function itemsOf(element: Takeable, words: TakeWords): MenuItem[] {
  const give = (file: Blob, ending: string): string => {
    download(file, fileName(element, element.results ?? account, ending));
    return words.given;
  };
  return [
    { key: 'text', label: words.copyText, run: async () => copy(await element.toText(), words) },
    {
      key: 'csv',
      label: words.csv,
      run: () => give(csvFile(element.toCSV()), 'csv'),
    },
    ...(hasPicture(element)
      ? [{ key: 'png', label: words.png, run: async () => give((await element.toPNG?.()) as Blob, 'png') }]
      : []),
  ];
}

/** A card without a number has none, though it is a card. */
const hasPicture = ({ toPNG, renderRoot }: Takeable): boolean =>
  toPNG !== undefined && !renderRoot.querySelector('[part=value] .none');

/** A page can be without the permission, or without the interface at all. */
async function copy(text: string, words: TakeWords): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return words.copied;
  } catch {
    return words.notCopied;
  }
}
