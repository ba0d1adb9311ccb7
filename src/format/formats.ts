/**
 * HOW answers are said, for one locale: numbers, shares, dates. Apart from these: further-formats.ts.
 *
 * Everything that Intl knows is Intl's. Each formatter is made once per locale: making one costs more than using it a
 * thousand times. Does not know metrics or results.
 */
import type { Day, DayWindow } from '../spec/index.js';
import type { Quantity } from './locales/wording.js';

export interface Formats {
  /** The locale in use, as Intl resolved it. */
  readonly locale: string;
  /** 41,200 */
  readonly number: (value: number) => string;
  /** The same within a phrase. */
  readonly quantity: (value: number) => Quantity;
  /** +612 and −287 */
  readonly signed: (value: number) => string;
  /** 0.123 as 12 %; what is not nothing is never 0 %. */
  readonly percent: (fraction: number) => string;
  /** 6 May 2024 */
  readonly day: (day: Day) => string;
  /** 6 May – 2 June 2024; without the year where both days are in that of today. */
  readonly window: (window: DayWindow, today?: Day) => string;
  /** 2 June, 09:40, in the visitor's own zone: for the moment of an answer, which is no API day. */
  readonly moment: (ms: number) => string;
}

const cache = new Map<string, Formats>();

/** The formats of a locale. What Intl does not support becomes English. */
export function formatsFor(locale: string): Formats {
  const supported = supportedLocale(locale);
  let formats = cache.get(supported);
  if (!formats) cache.set(supported, (formats = createFormats(supported)));
  return formats;
}

function supportedLocale(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function createFormats(locale: string): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const signed = lazy(() => new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }));
  const percent = lazy(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
  const fine = lazy(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const parts = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  const day = lazy(() => new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric' }));
  const dayOfYear = lazy(() => new Intl.DateTimeFormat(locale, parts));
  const moment = lazy(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  return {
    locale,
    number: (value) => number.format(value),
    quantity: (value) => ({ text: number.format(value), value }),
    // The hyphen that Intl writes is shorter than the plus it stands under.
    signed: (value) => signed().format(value).replace('-', '\u2212'),
    percent: (fraction) => {
      const size = Math.abs(fraction);
      if (size > 0 && size < 0.01) return `<\u2009${percent().format(0.01)}`;
      return (size < 0.1 ? fine() : percent()).format(fraction);
    },
    day: (text) => day().format(utc(text)),
    window: ({ since, until }, today = '') => {
      const year = today.slice(0, 4);
      const short = since.startsWith(year) && until.startsWith(year) && year !== '';
      const format = short ? dayOfYear() : day();
      if (since === until) return format.format(utc(since));
      const text = format.formatRange(utc(since), utc(until));
      // Of two days Intl gives Japanese only digits, of each its words.
      return /\p{L}/u.test(text) ? text : [since, until].map((each) => format.format(utc(each))).join(' – ');
    },
    moment: (ms) => moment().format(ms),
  };
}

/** A day has no zone of its own: it is formatted as the UTC day of the same name. */
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const lazy = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
