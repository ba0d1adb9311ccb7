/** Short forms of numbers and days for a plot, apart from the formats of a card: who draws none does not load them. */
import type { Day } from '../spec/index.js';
import type { Formats } from './formats.js';

/** 41.2K: at most three digits that count. */
export const compact = (value: number, { locale }: Formats): string => formattersOf(locale).compact.format(value);

/** 6 May */
export const shortDay = (day: Day, formats: Formats): string => formats.window({ since: day, until: day }, day);

/** Monday, 6 May. A day has no zone of its own: it is formatted as the UTC day of the same name. */
export const weekday = (day: Day, { locale }: Formats): string =>
  formattersOf(locale).weekday.format(Date.parse(`${day}T00:00:00Z`));

interface Formatters {
  readonly compact: Intl.NumberFormat;
  readonly weekday: Intl.DateTimeFormat;
}

const cache = new Map<string, Formatters>();

/** Made once per locale: making one costs more than using it a thousand times. */
function formattersOf(locale: string): Formatters {
  const known = cache.get(locale);
  if (known) return known;
  const made = {
    compact: new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' }),
  };
  cache.set(locale, made);
  return made;
}
