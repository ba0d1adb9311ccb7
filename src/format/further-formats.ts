/** Formats that an ordinary card does not need: whoever does loads them. */
import type { Day } from '../spec/index.js';
import type { Formats } from './formats.js';
import { languageSaid } from './languages.js';

/** 41.2K: at most three digits that count. */
export const compact = (value: number, { locale }: Formats): string => formattersOf(locale).compact.format(value);

/** 6 May */
export const shortDay = (day: Day, formats: Formats): string => formats.window({ since: day, until: day }, day);

/** Monday, 6 May. A day has no zone of its own: it is formatted as the UTC day of the same name. */
export const weekday = (day: Day, { locale }: Formats): string =>
  formattersOf(locale).weekday.format(Date.parse(`${day}T00:00:00Z`));

const lists = new Map<string, Intl.ListFormat>();

/** a, b and c: in the language of the words around, whichever has come by now. */
export function listText(items: readonly string[], { locale }: Formats): string {
  const tag = locale.startsWith(languageSaid(locale)) ? locale : 'en';
  let list = lists.get(tag);
  if (!list) lists.set(tag, (list = new Intl.ListFormat(tag)));
  return list.format(items);
}

/** The name of a country in the locale's language, or undefined for a code that Intl does not know. */
export function countryName(code: string, { locale }: Formats): string | undefined {
  try {
    return formattersOf(locale).countries.of(code);
  } catch {
    return undefined;
  }
}

interface Formatters {
  readonly countries: Intl.DisplayNames;
  readonly compact: Intl.NumberFormat;
  readonly weekday: Intl.DateTimeFormat;
}

const cache = new Map<string, Formatters>();

/** Made once per locale: making one costs more than using it a thousand times. */
function formattersOf(locale: string): Formatters {
  const known = cache.get(locale);
  if (known) return known;
  const made = {
    countries: new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
    compact: new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' }),
  };
  cache.set(locale, made);
  return made;
}
