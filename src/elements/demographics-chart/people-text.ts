/** People in words: the chart's title, its sentence, what is to be known of the rows, its legend and its table. Pure. */
import {
  dimensionLabel,
  type Formats,
  listText,
  type NameWords,
  type PeopleRow,
  type PeopleTable,
  type PeopleWords,
  type Pyramid,
  timeframeName,
} from '../../format/index.js';
import { dimensionInText, isolated } from '../../format/names.js';
import type { Timeframe } from '../../spec/index.js';
import type { ChartTable, LegendEntry } from '../chart-parts.js';

export interface Wording {
  readonly words: PeopleWords;
  readonly names: NameWords;
  readonly formats: Formats;
}

/** @param asOf the day of the answer in words, where it is known */
export function titleOf(
  topic: string,
  dimensions: readonly string[],
  asOf: string | undefined,
  { words, names, formats }: Wording,
): string {
  const labels = dimensions.map((dimension) => dimensionInText(dimension, names));
  const list = listText(labels, formats);
  // Of a metric that is not named yet there is no more to say.
  const title = topic && list ? words.demographicTitle(topic, list) : topic || list;
  return asOf === undefined ? title : words.datedTitle(title, asOf);
}

/** The largest row in a sentence, or that there is nobody. */
export function sentenceOf({ rows, listed }: PeopleTable, { words, formats }: Wording): string {
  const [largest] = rows.toSorted((a, b) => b.people - a.people);
  return largest && listed > 0 ? words.largest(isolated(largest.label), formats.percent(largest.share)) : words.nobody;
}

export interface FactParts extends Wording {
  readonly table: PeopleTable;
  readonly pyramid: Pyramid | undefined;
  /** The window that was asked for; undefined where that is not known. */
  readonly timeframe: Timeframe | undefined;
  /** The day of the answer, where the title does not say it. */
  readonly asOf: string | undefined;
  /** How many the account has; 0 where that is not known, or they are not whom the rows are a part of. */
  readonly followers: number;
  /** Rows that a map has no shape for. */
  readonly unmapped: readonly PeopleRow[];
  /** How many rows are drawn, where that can be fewer than there are. */
  readonly drawn: number;
  /** What is to be said of the people who are in no row. */
  readonly topRows: string | undefined;
}

/** What a reader has to know of the rows. Of nobody there are no shares. */
export function factsOf(parts: FactParts): (string | undefined)[] {
  const { table, pyramid, timeframe, followers, unmapped, drawn, words, formats } = parts;
  const { rows, listed } = table;
  const share = (people = 0): string | undefined => (people > 0 ? formats.percent(people / listed) : undefined);
  const unspecified = share(pyramid?.unspecified.total);
  const other = share(pyramid?.other);
  const notDrawn = unmapped.map(({ label }) => isolated(label));
  return [
    timeframe && timeframeName(timeframe, words, formats),
    parts.asOf,
    listed > 0 ? words.ofListed(formats.quantity(listed)) : undefined,
    // More people than followers is a contradiction, and no share.
    listed > 0 && listed <= followers ? words.covers(formats.percent(listed / followers)) : undefined,
    unspecified && words.unspecified(unspecified),
    other && words.otherGender(other),
    notDrawn.length > 0 ? words.notOnMap(listText(notDrawn, formats)) : undefined,
    rows.length > drawn ? words.shownOf(formats.quantity(drawn), formats.quantity(rows.length)) : undefined,
    parts.topRows,
  ];
}

/** What is to be said of the people who are in no row, where Instagram lists only so many. */
export const topRowsOf = ({ rows: { length } }: PeopleTable, cap: number, { words, formats }: Wording) =>
  length >= cap ? words.topRows(formats.quantity(length)) : undefined;

/** The genders of a pyramid, each to be hidden, with their shares. */
export function genderLegend({ sides, listed, unspecified }: Pyramid, formats: Formats): LegendEntry[] {
  const drawn = unspecified.total > 0 ? [...sides, unspecified] : sides;
  const colors = [1, 2, 0] as const;
  return drawn.map(({ gender: key, label, total }, at) => ({
    key,
    label,
    value: formats.percent(total / listed),
    series: colors[at] ?? 0,
  }));
}

/** All rows, with their shares where there is anybody. */
export function tableOf(
  { dimensions, rows, listed }: PeopleTable,
  caption: string | undefined,
  { words, names, formats }: Wording,
): ChartTable {
  const name = listText(
    dimensions.map((dimension) => dimensionLabel(dimension, names)),
    formats,
  );
  const hasShares = listed > 0;
  return {
    columns: [name, words.table.people, ...(hasShares ? [words.table.share] : [])],
    rows: rows.map(({ label, people, share }) => [
      label,
      formats.number(people),
      ...(hasShares ? [formats.percent(share)] : []),
    ]),
    caption,
  };
}
