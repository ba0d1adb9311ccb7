// A chart as tones: what is played, what is marked and said meanwhile, and what is left of it. No sound is loaded before
// the first test asks for it: the order of the first two matters.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import { LitElement } from 'lit';
import '../../src/elements/breakdown-chart/define.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/trend-chart/define.js';
import type { ChartElement } from '../../src/elements/chart-element.js';
import type { ChartSpot } from '../../src/elements/chart-parts.js';
import { TonesController } from '../../src/elements/tones-controller.js';
import { tuneOf } from '../../src/elements/tune.js';
import { soundWordsFor } from '../../src/format/index.js';
import type { InsightsError, InsightsResult } from '../../src/spec/index.js';
import { type FakeSound, fakeSound } from './fake-sound.js';
import { afterTest, demoClient, guard, listen, make, nextTask, settled, textOf } from './harness.js';
import { watchLeaks } from './leaks.js';

const words = soundWordsFor('en');
const nothingLeft = { contexts: 0, nodes: 0, timers: 0 };
const range = { since: '2024-03-01', until: '2024-03-05' } as const;
const daysOf = (values: readonly (number | null)[]) =>
  values.map((value, at) => ({ day: `2024-03-0${at + 1}`, value }));
const reach = (...values: (number | null)[]): InsightsResult => ({
  metric: 'reach',
  period: 'day',
  range,
  series: daysOf(values),
});

async function shownTrend(...values: (number | null)[]): Promise<ChartElement> {
  const chart = make('insights-trend-chart', { metric: 'reach', result: reach(...values) });
  await settled(await fixture<typeof chart>(chart));
  await waitUntil(() => chartOf(chart) !== undefined, 'no chart is drawn', { interval: 5, timeout: 5000 });
  return chart;
}
const chartOf = (element: Element): Chart | undefined => {
  const canvas = element.shadowRoot?.querySelector('canvas');
  return canvas ? Chart.getChart(canvas) : undefined;
};
const marked = (element: Element): number[] => (chartOf(element)?.getActiveElements() ?? []).map(({ index }) => index);
const loaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.includes('/src/sound/'));

describe('a chart as tones: in a browser', () => {
  guard();

  it('loads and opens nothing before it is asked for', async () => {
    const chart = await shownTrend(3, 5);
    const sound = fakeSound();
    chart.shadowRoot?.querySelector<HTMLElement>('.plot')?.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await sound.pass(1);
    expect([loaded(), sound.opened()]).to.deep.equal([[], 0]);
  });

  it('plays over the browser’s own sound after a click, marks the days, and closes it', async () => {
    const chart = await shownTrend(3, 5);
    const contexts: AudioContext[] = [];
    const Real = AudioContext;
    globalThis.AudioContext = class extends Real {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    afterTest(() => {
      globalThis.AudioContext = Real;
    });
    const { left, top } = chart.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 8), Math.round(top + 8)] });
    // A machine without a sound card: some browsers have a silent one, others none.
    const probe = new Real();
    await Promise.race([probe.resume(), nextTask(1000)]);
    const isHeard = probe.state === 'running';
    await probe.close();
    const errors = listen('insights-error');
    const seen = new Set<string>();
    const watch = setInterval(() => seen.add(marked(chart).join()), 20);
    afterTest(() => clearInterval(watch));
    const playing = chart.playTones();
    expect(contexts.length, 'opened in the click itself').to.equal(1);
    await playing;
    expect(loaded().length).to.be.greaterThan(3);
    expect([[...seen].toSorted(), marked(chart), errors.map(({ error }) => error.code)]).to.deep.equal(
      isHeard ? [['', '0', '1'], [], []] : [[''], [], ['no-sound']],
    );
    chart.stopTones();
    await waitUntil(() => contexts[0]?.state === 'closed', 'the sound stays open', { interval: 5, timeout: 5000 });
  });
});

describe('what is heard', () => {
  guard();

  it('each note in its half, quiet between and in gaps, never loud, and without a click', async () => {
    const { notesOf } = await import('../../src/sound/index.js');
    const { createVoice } = await import('../../src/sound/voice.js');
    const notes = notesOf({ series: [{ name: '', values: [0, null, 8, 8] }] });
    const context = new OfflineAudioContext(2, 44_100 * 1.5, 44_100);
    const voice = createVoice(context, context.destination, 0);
    // Nowhere near where a wave goes through zero.
    const begin = 0.1237;
    for (const note of notes) voice.play(note, begin);
    const rendered = await context.startRendering();
    const [left, right] = [rendered.getChannelData(0), rendered.getChannelData(1)];
    const peak = (samples: Float32Array, from: number, to: number): number =>
      Math.max(...samples.slice(from * 44_100, to * 44_100).map(Math.abs));
    const middles = notes.map(({ at, length }) => begin + at + length / 2);
    const loudness = (samples: Float32Array) => middles.map((at) => peak(samples, at - 0.05, at + 0.05));
    const [l, r] = [loudness(left), loudness(right)];
    expect([l[0], r[0], r[3], l[3]].map((value) => (value ?? 0) > 0.1)).to.deep.equal([true, false, true, false]);
    expect([l[1], r[1]], 'a gap').to.deep.equal([0, 0]);
    expect(l[2]).to.be.greaterThan(0.05);
    for (const { at, length } of notes)
      expect(peak(left, begin + at + length + 0.005, begin + at + 0.295)).to.be.below(1e-4);
    // Higher values cross zero more often: eight times as often three octaves up.
    const crossings = (at: number): number => {
      const samples = [...left]
        .map((value, index) => value + (right[index] ?? 0))
        .slice((at - 0.05) * 44_100, (at + 0.05) * 44_100);
      return samples.filter((value, index) => index > 0 && value >= 0 && (samples[index - 1] ?? 0) < 0).length;
    };
    expect(crossings(middles[0] ?? 0)).to.be.within(20, 24);
    expect(crossings(middles[2] ?? 0)).to.be.within(172, 180);
    // No sample jumps by more than the steepest wave that is played.
    const steepest = Math.max(...left.slice(1).map((value, index) => Math.abs(value - (left[index] ?? 0))));
    expect(steepest).to.be.below(0.2);
  });
});

const spot = (key: string, points: ChartSpot['points'], rest: Partial<ChartSpot> = {}): ChartSpot => ({
  key,
  title: key,
  lines: [],
  points,
  ...rest,
});
const line = (label: string, swatch?: 'past' | 'dotted'): ChartSpot['lines'][number] => ({
  label,
  value: '1',
  ...(swatch && { swatch }),
});

describe('tuneOf', () => {
  for (const [name, spots, places, series] of [
    ['nothing', [], [], []],
    [
      'days of two metrics, with the days before and a gap',
      [3, null].map((value, at) =>
        spot(
          `day=${at}`,
          [
            { metric: 'reach', value },
            { metric: 'likes', value: at },
          ],
          { lines: [line('Reach'), line('Before', 'dotted'), line('Likes')] },
        ),
      ),
      [0, 1],
      [
        ['Reach', [3, null]],
        ['Likes', [0, 1]],
      ],
    ],
    [
      'rows by two dimensions: each column is a series',
      ['A', 'B'].map((age, at) =>
        spot(
          `age=${age}`,
          ['F', 'M'].map((gender, more) => ({
            metric: 'm',
            dimensions: ['age', 'gender'],
            values: [age, gender],
            value: at + more,
          })),
          { lines: [line('Women'), line('Men')] },
        ),
      ),
      [0, 1],
      [
        ['Women', [0, 1]],
        ['Men', [1, 2]],
      ],
    ],
    [
      'a ring: the part of all the others is one value',
      [
        spot('country=DE', [{ metric: 'm', dimensions: ['country'], values: ['DE'], value: 9 }]),
        spot(
          'country=Others',
          ['AT', 'CH'].map((code, at) => ({ metric: 'm', dimensions: ['country'], values: [code], value: 3 + at })),
        ),
      ],
      [0, 1],
      [['', [9, 7]]],
    ],
    [
      'a map: in the order of keys, without what they go past',
      [2, null, 0].map((rank, at) =>
        spot(`country=${at}`, rank === null ? [] : [{ metric: 'm', value: at }], { rank }),
      ),
      [2, 0],
      [['', [2, 0]]],
    ],
    ['a value that is no number', [spot('day=1', [{ metric: 'm', value: Number.NaN }])], [0], [['', [null]]]],
  ] as const) {
    it(name, () => {
      const tune = tuneOf(spots);
      expect(tune.places).to.deep.equal(places);
      expect(tune.series.map((found) => [found.name, found.values])).to.deep.equal(series);
    });
  }
});

class TonesHost extends LitElement {
  spots: readonly ChartSpot[] = daysOf([10, null, 0, 40]).map(({ day, value }) =>
    spot(`day=${day}`, [{ metric: 'reach', value }], { lines: [line('Reach')] }),
  );
  isRtl = false;
  readonly marks: (number | undefined)[] = [];
  readonly said: string[] = [];
  readonly failures: InsightsError[] = [];
  readonly tones = new TonesController(this, {
    spots: () => this.spots,
    words: () => words,
    number: String,
    mark: (index) => void this.marks.push(index),
    say: (text) => void this.said.push(text),
    onFailure: (error) => void this.failures.push(error),
    rtl: () => this.isRtl,
  });
  updateNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }
}
customElements.define('tones-host', TonesHost);

async function host(properties: Partial<TonesHost> = {}): Promise<TonesHost> {
  const element = Object.assign(document.createElement('tones-host') as TonesHost, { tabIndex: 0 }, properties);
  return fixture<TonesHost>(element);
}
const twoSeries = (): ChartSpot[] =>
  [0, 1].map((at) =>
    spot(
      `day=${at}`,
      [
        { metric: 'reach', value: 10 * at },
        { metric: 'likes', value: 5 * at },
      ],
      { lines: [line('Reach'), line('Likes')] },
    ),
  );
/** Ends in the time that a tune of four values takes. */
const aWhile = 2;

describe('TonesController', () => {
  guard();

  it('plays the values in order, and marks each as it sounds; then nothing is left', async () => {
    const sound = fakeSound();
    const leaks = watchLeaks();
    const { tones, marks, said } = await host();
    const playing = tones.play();
    expect([tones.isPlaying, tones.isOn, sound.opened()]).to.deep.equal([true, true, 1]);
    await sound.pass(0.1);
    expect([marks, said]).to.deep.equal([[0], [words.playing]]);
    await sound.pass(aWhile);
    await playing;
    expect(sound.notes().map(({ pitch, pan }) => [pitch, Math.round(pan * 100)])).to.deep.equal([
      [370, -100],
      [220, 33],
      [1760, 100],
    ]);
    expect(sound.notes().map(({ at }) => Math.round(at * 100))).to.deep.equal([5, 65, 95]);
    expect(sound.fades()[0], 'modest').to.be.within(0.05, 0.2);
    expect(marks).to.deep.equal([0, 1, 2, 3, undefined]);
    expect([tones.isPlaying, tones.isOn, sound.left(), leaks.listeners()]).to.deep.equal([
      false,
      false,
      nothingLeft,
      [],
    ]);
  });

  it('plays from right to left where that is drawn so', async () => {
    const sound = fakeSound();
    const { tones } = await host({ isRtl: true });
    tones.play();
    await sound.pass(aWhile);
    expect(sound.notes().map(({ pan }) => Math.round(pan * 100))).to.deep.equal([100, -33, -100]);
  });

  it('plays series one after the other, each with its timbre, and says their names before', async () => {
    const sound = fakeSound();
    const { tones, marks, said } = await host({ spots: twoSeries() });
    tones.play();
    await sound.pass(0.1);
    expect([said, marks]).to.deep.equal([['Reach, 1 of 2'], []]);
    await sound.pass(4);
    expect(said).to.deep.equal(['Reach, 1 of 2', 'Likes, 2 of 2']);
    expect(marks).to.deep.equal([0, 1, 0, 1, undefined]);
    expect(sound.notes().map(({ voice, pitch }) => [voice, pitch])).to.deep.equal([
      [0, 220],
      [0, 1760],
      [1, 220],
      [1, 622],
    ]);
    expect(new Set(sound.timbres()).size).to.equal(2);
  });

  it('of 100 tunes nothing is left', async () => {
    const sound = fakeSound();
    const leaks = watchLeaks();
    const { tones } = await host();
    for (let count = 0; count < 100; count += 1) {
      tones.play();
      await sound.pass(count % 2 ? aWhile : 0.4);
      tones.stop();
    }
    await sound.pass(aWhile);
    expect([sound.left(), leaks.listeners()]).to.deep.equal([nothingLeft, []]);
  });

  it('a second play begins at the start, with one sound at a time', async () => {
    const sound = fakeSound();
    const { tones, marks } = await host();
    const first = tones.play();
    await sound.pass(0.5);
    const again = sound.time();
    const second = tones.play();
    await sound.pass(aWhile);
    await Promise.all([first, second]);
    expect(marks).to.deep.equal([0, 1, 0, 1, 2, 3, undefined]);
    expect(sound.notes(again + 0.04).map(({ pitch }) => pitch)).to.include.members([370, 220, 1760]);
    expect([sound.opened(), sound.left()]).to.deep.equal([1, nothingLeft]);
  });

  const key = (name: string): void => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  };
  for (const [name, end] of [
    ['stop()', ({ tones }) => tones.stop()],
    ['toggle()', ({ tones }) => tones.toggle()],
    ['Escape', () => key('Escape')],
    ['any other key', () => key('a')],
    [
      'the focus going elsewhere',
      (element) => element.dispatchEvent(new FocusEvent('focusout', { relatedTarget: document.body })),
    ],
    ['the window losing it', () => dispatchEvent(new Event('blur'))],
    ['removal', (element) => element.remove()],
    [
      'other numbers',
      (element) => {
        element.spots = twoSeries();
        element.updateNow();
      },
    ],
    [
      'another chart that begins',
      (_, other) => {
        other.tones.play();
        other.tones.stop();
      },
    ],
  ] satisfies [string, (element: TonesHost, other: TonesHost) => void][]) {
    it(`ends at once, faded, by ${name}`, async () => {
      const [element, other] = [await host(), await host({ spots: twoSeries() })];
      const sound = fakeSound();
      const leaks = watchLeaks();
      const playing = element.tones.play();
      await sound.pass(0.4);
      end(element, other);
      expect(element.tones.isPlaying).to.equal(false);
      await sound.pass(0.05);
      await playing;
      expect(element.marks).to.deep.equal([0, 1, undefined]);
      expect(sound.fades()[0]).to.equal(0);
      expect([sound.left(), leaks.listeners(), element.failures]).to.deep.equal([nothingLeft, [], []]);
    });
  }

  it('goes on where the focus is only lost, and by keys for the volume', async () => {
    const sound = fakeSound();
    const element = await host();
    element.tones.play();
    await sound.pass(0.4);
    element.dispatchEvent(new FocusEvent('focusout'));
    key('AudioVolumeUp');
    expect(element.tones.isPlaying).to.equal(true);
    element.tones.stop();
    await sound.pass(0.1);
  });

  it('Escape ends the tune and nothing else; without one it is not ours', async () => {
    const sound = fakeSound();
    const heard: string[] = [];
    const hear = (event: Event): void => void heard.push((event as KeyboardEvent).key);
    document.body.addEventListener('keydown', hear);
    afterTest(() => document.body.removeEventListener('keydown', hear));
    const { tones } = await host();
    tones.play();
    await sound.pass(0.4);
    key('Escape');
    expect(heard).to.deep.equal([]);
    await sound.pass(0.1);
    key('Escape');
    expect(heard).to.deep.equal(['Escape']);
  });

  it('after the tune sounds the points that keys reach, until the focus leaves', async () => {
    const sound = fakeSound();
    const leaks = watchLeaks();
    const element = await host();
    const { tones } = element;
    tones.sound(3);
    await sound.pass(1);
    expect(sound.opened(), 'before the first tune').to.equal(0);
    element.focus();
    tones.play();
    await sound.pass(aWhile);
    expect([tones.isOn, tones.isPlaying]).to.deep.equal([true, false]);
    const played = sound.notes().length;
    tones.sound(3);
    await sound.pass(0.3);
    tones.sound(1);
    await sound.pass(0.3);
    tones.sound(2);
    await sound.pass(0.3);
    expect(
      sound
        .notes()
        .slice(played)
        .map(({ pitch }) => pitch),
      'the second has no number',
    ).to.deep.equal([1760, 220]);
    expect([sound.opened(), sound.left().nodes]).to.deep.equal([1, 0]);
    await sound.pass(6);
    expect(sound.left(), 'nobody has used it for a while').to.deep.equal(nothingLeft);
    tones.sound(0);
    await sound.pass(0.3);
    expect([sound.opened(), sound.notes().map(({ pitch }) => pitch)]).to.deep.equal([2, [370]]);
    element.blur();
    tones.stop();
    await sound.pass(0.1);
    expect([tones.isOn, sound.left(), leaks.listeners()]).to.deep.equal([false, nothingLeft, []]);
  });

  it('sounds one series of a point alone; a key on the way ends the tune and sounds at once', async () => {
    const sound = fakeSound();
    const element = await host({ spots: twoSeries() });
    element.focus();
    element.tones.play();
    await sound.pass(1);
    key('ArrowRight');
    element.tones.sound(1, 1);
    await sound.pass(0.3);
    expect(sound.notes(0.99).at(-1)).to.include({ pitch: 622, pan: 1 });
    expect([element.tones.isOn, element.tones.isPlaying, element.marks.at(-1)]).to.deep.equal([true, false, undefined]);
    element.tones.stop();
    await sound.pass(0.1);
  });

  it('says that there is nothing to play, and opens no sound', async () => {
    const sound = fakeSound();
    const { tones, said } = await host({ spots: [spot('day=1', [{ metric: 'reach', value: null }])] });
    await tones.play();
    expect([said, sound.opened(), tones.isOn]).to.deep.equal([[words.nothing], 0, false]);
  });

  for (const [name, set] of [
    ['does not start it', { allows: false }],
    ['has none', { exists: false }],
  ] as const) {
    it(`a browser that ${name} is told of, and is asked again the next time`, async () => {
      const sound: FakeSound = Object.assign(fakeSound(), set);
      const leaks = watchLeaks();
      const { tones, said, failures, marks } = await host();
      tones.play();
      await sound.pass(1.5);
      expect([failures.map(({ code }) => code), said, tones.failure]).to.deep.equal([
        ['no-sound'],
        [words.silent],
        failures[0],
      ]);
      expect([marks, sound.left(), leaks.listeners()]).to.deep.equal([[undefined], nothingLeft, []]);
      Object.assign(sound, { allows: true, exists: true });
      tones.play();
      await sound.pass(aWhile);
      expect([marks.length, tones.failure]).to.deep.equal([6, undefined]);
    });
  }

  it('what cannot be loaded is told of, and tried again the next time', async () => {
    const sound = fakeSound();
    const { load } = TonesController;
    afterTest(() => {
      TonesController.load = load;
    });
    TonesController.load = () => Promise.reject(new Error('offline'));
    const { tones, said, failures, marks } = await host();
    await tones.play();
    expect([failures.map(({ code }) => code), said, sound.left()]).to.deep.equal([
      ['network'],
      [words.notLoaded],
      nothingLeft,
    ]);
    TonesController.load = load;
    tones.play();
    await sound.pass(aWhile);
    expect(marks.length).to.equal(6);
  });

  it('an element that goes while sound is on its way plays nothing, and leaves nothing', async () => {
    const sound = fakeSound();
    const leaks = watchLeaks();
    const { load } = TonesController;
    afterTest(() => {
      TonesController.load = load;
    });
    TonesController.load = () => new Promise(() => {});
    const element = await host();
    const playing = element.tones.play();
    element.remove();
    await playing;
    await sound.pass(0.1);
    expect([sound.left(), leaks.listeners(), element.said, element.failures]).to.deep.equal([nothingLeft, [], [], []]);
  });
});

const client = demoClient();
const breakdown = (properties: object) => make('insights-breakdown-chart', { client, ...properties });
const kinds: Readonly<Record<string, () => ChartElement>> = {
  'several trends': () =>
    make('insights-trend-chart', { client, metric: 'likes,comments', compare: 'previous_period' }),
  'gained and lost by day': () => make('insights-trend-chart', { client, metric: 'follows_and_unfollows' }),
  'a ring': () => breakdown({ metric: 'views', breakdown: 'follow_type', display: 'doughnut' }),
  stacks: () => breakdown({ metric: 'views', breakdown: 'media_product_type,follow_type' }),
  'gained and lost': () => breakdown({ metric: 'follows_and_unfollows' }),
  'a map': () =>
    make('insights-demographics-chart', {
      client,
      metric: 'follower_demographics',
      breakdown: 'country',
      display: 'map',
    }),
};

describe('a chart as tones', () => {
  guard();

  it('marks what sounds, says how to hear it, and ends when it is told to', async () => {
    const chart = await shownTrend(10, null, 0, 40);
    const sound = fakeSound();
    const playing = chart.playTones();
    await sound.pass(0.1);
    expect([marked(chart), textOf(chart, '#said')]).to.deep.equal([[0], words.playing]);
    await sound.pass(0.6);
    expect(marked(chart)).to.deep.equal([2]);
    chart.stopTones();
    await sound.pass(0.1);
    await playing;
    expect([marked(chart), sound.left()]).to.deep.equal([[], nothingLeft]);
  });

  it('ends with a real Escape', async () => {
    const chart = await shownTrend(10, 20, 30, 40, 50);
    const sound = fakeSound();
    chart.playTones();
    await sound.pass(0.4);
    await sendKeys({ press: 'Escape' });
    await sound.pass(0.1);
    expect([marked(chart), sound.left().nodes, sound.left().contexts]).to.deep.equal([[], 0, 0]);
  });

  for (const [name, create] of Object.entries(kinds)) {
    it(`${name}: every number is played, and nothing is left`, async () => {
      const chart = await settled(await fixture<ChartElement>(create()));
      await waitUntil(() => chartOf(chart) !== undefined, 'no chart is drawn', { interval: 5, timeout: 5000 });
      const errors = listen('insights-error');
      const sound = fakeSound();
      const playing = chart.playTones();
      await sound.pass(60);
      await playing;
      const { spots } = chart as unknown as { readonly spots: readonly ChartSpot[] };
      const numbers = tuneOf(spots).series.flatMap(({ values }) => values.filter((value) => value !== null));
      expect(numbers.length).to.be.greaterThan(1);
      expect([sound.notes().length, errors, sound.left()]).to.deep.equal([numbers.length, [], nothingLeft]);
    });

    it(`${name}: after that, a point that keys reach sounds too`, async () => {
      const chart = await settled(await fixture<ChartElement>(create()));
      await waitUntil(() => chartOf(chart) !== undefined, 'no chart is drawn', { interval: 5, timeout: 5000 });
      const sound = fakeSound();
      chart.shadowRoot?.querySelector<HTMLElement>('.plot')?.focus();
      void chart.playTones();
      await sound.pass(60);
      expect(sound.opened()).to.equal(1);
      for (const press of ['End', 'Home']) {
        await sendKeys({ press });
        await sound.pass(0.2);
      }
      expect([sound.opened(), sound.notes().length > 0]).to.deep.equal([2, true]);
    });
  }

  it('tells of what failed by its event; the numbers stay', async () => {
    const chart = await shownTrend(10, 20);
    const errors = listen('insights-error');
    Object.assign(fakeSound(), { exists: false });
    await chart.playTones();
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['no-sound']);
    expect([chart.state, chart.error, textOf(chart, '#said')]).to.deep.equal(['ready', undefined, words.silent]);
  });

  it('has nothing to play without an answer', async () => {
    const chart = await fixture<ChartElement>(make('insights-trend-chart'));
    const sound = fakeSound();
    await chart.playTones();
    expect(sound.opened()).to.equal(0);
  });
});
