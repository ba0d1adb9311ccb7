// What is played when, how high and where.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Note, notesOf, pitchOf, pointNotes, scaleOf, type Tune } from '../../src/sound/index.js';

const tuneOf = (...series: (number | null)[][]): Tune => ({
  series: series.map((values, at) => ({ name: `series ${at}`, values })),
});
const many = (count: number): number[] => Array.from({ length: count }, (_, at) => 10 + (at % 7));
const pitches = (notes: readonly Note[]): (number | undefined)[] =>
  notes.map(({ pitch }) => (pitch === undefined ? undefined : Math.round(pitch)));
const endOf = (notes: readonly Note[]): number => Math.max(...notes.map(({ at, length }) => at + length));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

describe('pitchOf', () => {
  for (const [name, values, expected] of [
    ['spreads from zero to the most', [0, 50, 100], [220, 622, 1760]],
    ['does not make much of a small change', [990, 1000], [1724, 1760]],
    ['spreads from the least where that is below zero', [-100, 0, 100], [220, 622, 1760]],
    ['has a pitch for nothing but zeros', [0, 0], [220, 220]],
    ['has the highest for equal values', [5, 5], [1760, 1760]],
    ['takes a missing value for none', [null, 4], [undefined, 1760]],
  ] as const) {
    it(name, () => {
      const scale = scaleOf(values);
      const found = values.map((value) => (value === null ? undefined : Math.round(pitchOf(value, scale))));
      assert.deepEqual(found, expected);
    });
  }
});

describe('notesOf', () => {
  it('plays the points in order, and higher what is more', () => {
    const notes = notesOf(tuneOf([3, 1, 2, 5, 4]));
    assert.deepEqual(
      notes.map(({ point }) => point),
      [0, 1, 2, 3, 4],
    );
    assert.deepEqual(
      notes.toSorted((a, b) => (a.pitch ?? 0) - (b.pitch ?? 0)).map(({ point }) => point),
      [1, 2, 0, 4, 3],
    );
  });

  it('keeps silent for what is missing, at its time, and not for zero', () => {
    const notes = notesOf(tuneOf([4, null, 0, null, 4]));
    assert.deepEqual(pitches(notes), [1760, undefined, 220, undefined, 1760]);
    const steps = notes.slice(1).map(({ at }, before) => rounded(at - (notes[before]?.at ?? 0)));
    assert.deepEqual(new Set(steps).size, 1);
  });

  it('goes from left to right; from right to left where that is drawn so', () => {
    const pans = (rtl?: boolean): number[] => notesOf(tuneOf([1, 2, 3]), rtl).map(({ pan }) => pan + 0);
    assert.deepEqual(
      [pans(), pans(true)],
      [
        [-1, 0, 1],
        [1, 0, -1],
      ],
    );
    assert.deepEqual(
      notesOf(tuneOf([1])).map(({ pan }) => pan),
      [0],
    );
  });

  for (const [count, series, least, most] of [
    [2, 1, 0.5, 0.6],
    [28, 1, 5.5, 6],
    [90, 1, 5.5, 6],
    [28, 2, 12.5, 14],
    [28, 4, 14, 16],
    [90, 8, 36, 43],
  ] as const) {
    it(`takes ${least} to ${most} seconds for ${count} points in ${series} series, and notes do not overlap`, () => {
      const notes = notesOf(tuneOf(...Array.from({ length: series }, () => many(count))));
      const end = endOf(notes);
      assert.ok(end >= least && end <= most, String(end));
      for (const [at, note] of notes.entries()) {
        const next = notes[at + 1];
        assert.ok(note.length >= 0.04, 'too short to be heard');
        if (next) assert.ok(next.at > note.at + note.length);
      }
    });
  }

  it('plays series one after the other, on one scale, with time for a name before each', () => {
    const notes = notesOf(tuneOf([0, 100], [50, 100]));
    assert.deepEqual(
      notes.map(({ series, point }) => [series, point]),
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
    );
    assert.deepEqual(pitches(notes), [220, 1760, 622, 1760]);
    assert.deepEqual([notes[0]?.at, rounded((notes[2]?.at ?? 0) - 0.6)], [0.8, 1.6]);
  });

  it('leaves out a series without a number, and plays nothing where there is none', () => {
    assert.deepEqual(
      notesOf(tuneOf([null, null], [1, null])).map(({ series, at }) => [series, at]),
      [
        [1, 0],
        [1, 0.3],
      ],
    );
    for (const tune of [tuneOf(), tuneOf([]), tuneOf([null])]) assert.deepEqual(notesOf(tune), []);
  });
});

describe('pointNotes', () => {
  const tune = tuneOf([0, 50, 100], [null, 100, 25]);
  it('sounds as in the tune: same pitch and place', () => {
    for (const point of [0, 1, 2]) {
      const whole = notesOf(tune).filter((note) => note.point === point);
      const alone = pointNotes(tune, { point });
      const facts = (notes: readonly Note[]) => notes.map(({ series, pitch, pan }) => [series, pitch, pan]);
      assert.deepEqual(facts(alone), facts(whole));
    }
  });

  it('is short, one series after the other, or one alone', () => {
    assert.deepEqual(
      pointNotes(tune, { point: 1 }).map(({ at }) => at),
      [0, 0.18],
    );
    assert.ok(endOf(pointNotes(tune, { point: 1 })) < 0.4);
    assert.deepEqual(
      pointNotes(tune, { point: 1, series: 1 }).map(({ series, at }) => [series, at]),
      [[1, 0]],
    );
    assert.deepEqual(pitches(pointNotes(tune, { point: 7 })), [undefined, undefined]);
  });
});
