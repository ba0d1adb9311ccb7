/**
 * What is played when, how high and where. Pure.
 *
 * Series are played one after the other, as one melody at a time is what an ear can follow; each has a timbre of its own.
 */
import { pitchOf, type Scale, scaleOf } from './scale.js';

/** What can be played: the same numbers that a chart shows. */
export interface Tune {
  readonly series: readonly TuneSeries[];
}

export interface TuneSeries {
  /** For a visitor. */
  readonly name: string;
  /** By point, as many in each series; null where there is no number. */
  readonly values: readonly (number | null)[];
}

/** A value of a tune, or with no series named all of a point. */
export interface PointOfTune {
  readonly point: number;
  readonly series?: number | undefined;
}

export interface Note {
  readonly series: number;
  readonly point: number;
  /** When it begins, and for how long it sounds: seconds. */
  readonly at: number;
  readonly length: number;
  /** In Hz; undefined for a silence. */
  readonly pitch: number | undefined;
  /** From -1, left, to 1, right. */
  readonly pan: number;
}

/** Seconds from one note to the next: long enough for few to be told apart, and not so short that many become a buzz. */
const longestStep = 0.3;
const shortestStep = 0.05;
/** Seconds for one series, and for all of them together where they are many. */
const longestSeries = 6;
const longestTune = 12;
/** Seconds before each of several series, in which its name can be said. */
const nameTime = 0.8;
/** Seconds between the values of one point. */
const pointStep = 0.18;
/** How much of a step sounds: notes of one pitch are to be counted. */
const sounding = 0.85;

/** All notes of a tune, in the order of time. A series without a number is left out. */
export function notesOf(tune: Tune, rtl = false): Note[] {
  const scale = scaleOfTune(tune);
  const heard = tune.series
    .map(({ values }, series) => ({ values, series }))
    .filter(({ values }) => values.some((value) => value !== null));
  const seconds = Math.min(longestSeries, longestTune / heard.length);
  let at = 0;
  return heard.flatMap(({ values, series }) => {
    const step = Math.max(shortestStep, Math.min(longestStep, seconds / values.length));
    const start = at + (heard.length > 1 ? nameTime : 0);
    at = start + step * values.length;
    return values.map(
      (value, point): Note => ({
        series,
        point,
        at: start + step * point,
        length: step * sounding,
        pitch: value === null ? undefined : pitchOf(value, scale),
        pan: panOf(point, values.length, rtl),
      }),
    );
  });
}

/** The notes of one point, as they are in the tune: its series one after the other. */
export const pointNotes = (tune: Tune, { point, series: only }: PointOfTune, rtl = false): Note[] => {
  const scale = scaleOfTune(tune);
  return tune.series
    .map(({ values }, series) => ({ value: values[point] ?? null, series, count: values.length }))
    .filter(({ series }) => only === undefined || series === only)
    .map(
      ({ value, series, count }, at): Note => ({
        series,
        point,
        at: at * pointStep,
        length: pointStep * sounding,
        pitch: value === null ? undefined : pitchOf(value, scale),
        pan: panOf(point, count, rtl),
      }),
    );
};

/** One for all series: they are to be compared. */
const scaleOfTune = ({ series }: Tune): Scale => scaleOf(series.flatMap(({ values }) => values));

const panOf = (point: number, count: number, rtl: boolean): number => {
  const pan = count > 1 ? (2 * point) / (count - 1) - 1 : 0;
  return rtl ? -pan : pan;
};
