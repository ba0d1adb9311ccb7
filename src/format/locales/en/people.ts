/** The words of a demographics chart, in English. Numbers and dates arrive formatted. */
import type { Quantity, Wording } from '../wording.js';
export const enPeople = {
  /** One piece: where a title wraps, it wraps before this. */
  asOf: (day: string) => `as of ${day}`.replaceAll(' ', '\u00a0'),
  lastDays: ({ text }: Quantity) => `last ${text} days`,
  prevMonth: 'previous month',
  ofListed: ({ text }: Quantity) => `shares of the ${text} people listed`,
  topRows: ({ text }: Quantity) => `top ${text} only: what is not listed is below the top ${text}, not zero`,
  covers: (share: string) => `covers ${share} of followers`,
  unspecified: (share: string) => `gender not specified: ${share}`,
  otherGender: (share: string) => `other gender: ${share}`,
  shownOf: (shown: Quantity, all: Quantity) => `${shown.text} of ${all.text} shown; the table has all`,
  /** A country of the map that is in no row: that is not nobody. */
  notListed: 'not listed',
  /** How many people a colour stands for. */
  between: (least: string, most: string) => `${least}–${most}`,
  notOnMap: (names: string) => `not on the map: ${names}`,
  /** Titles and sentences. */
  demographicTitle: (metric: string, dimensions: string) => `${metric} by ${dimensions.toLowerCase()}`,
  datedTitle: (title: string, asOf: string) => `${title}, ${asOf}`,
  largest: (name: string, share: string) => `Largest group: ${name}, ${share} of the people listed.`,
  /** Of no row, or of rows of zero. */
  nobody: 'Nobody is listed.',
  table: { people: 'People', share: 'Share' },
} as const;

export type PeopleWords = Wording<typeof enPeople>;
