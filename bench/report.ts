/** What was measured -> tables on the console. Milliseconds are work of the page's main thread, unless they say otherwise. */
import { blocked, limit, longest, median, type Task, work } from './tasks.js';

/** One visit of one page. */
export interface Run {
  readonly tasks: ReadonlyMap<string, readonly Task[]>;
  /** From the pointer's slowest event to the end of what listens to it, by Event Timing, which rounds. */
  readonly slowestEvent: number;
  /** What the Long Tasks API saw after load: has to agree with the recording. */
  readonly longTasks: number;
}

/** The visits of each page; those of one number followed each other, on the machine as it then was. */
export interface Measured {
  /** Elements over the sandbox in the page. */
  readonly demo: readonly Run[];
  /** The same elements over a backend. */
  readonly backend: readonly Run[];
  /** Charts that somebody wrote by hand. */
  readonly 'by-hand': readonly Run[];
}

const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(9);
const of = (run: Run | undefined, phase: string): readonly Task[] => run?.tasks.get(phase) ?? [];

/** What the load costs, and how many times what it costs by hand. */
export function reportLoad(measured: Measured): void {
  const figures = {
    'longest task': (tasks: readonly Task[]) => longest(tasks).ms,
    'total blocking time': blocked,
    'work in all': work,
  };
  const ratio = (ours: readonly number[], theirs: readonly number[]): string => {
    const ratios = ours.flatMap((value, index) => (theirs[index] ? value / theirs[index] : []));
    if (ratios.length < ours.length) return 'none';
    return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)})`;
  };
  console.log('\nload                   by hand  backend   ratio (least-most)      demo   ratio (least-most)');
  for (const [name, figureOf] of Object.entries(figures)) {
    const each = (runs: readonly Run[]): number[] => runs.map((run) => figureOf(of(run, 'load')));
    const [byHand, backend, demo] = [each(measured['by-hand']), each(measured.backend), each(measured.demo)];
    const columns = [backend, demo].map((list) => `${ms(median(list))}   ${ratio(list, byHand).padEnd(20)}`);
    console.log(`${name.padEnd(21)}${ms(median(byHand))}${columns.join('')}`.trimEnd());
  }
  for (const page of ['backend', 'demo'] as const) {
    const most = longest(measured[page].map((run) => longest(of(run, 'load'))));
    console.log(`  the longest of ${page}: ${most.cause || 'short'}`);
  }
}

/** The longest task of each phase after load. @returns whether one is too long in the median run */
export function reportPhases(runs: readonly Run[], phases: readonly string[]): boolean {
  console.log(`\nafter load                   longest on clock    worst  tasks over ${limit} ms, run by run`);
  const peaks = phases.map((phase) => {
    const tasks = runs.map((run) => longest(of(run, phase)));
    const typical = median(tasks.map((task) => task.ms));
    const onClock = median(runs.map((run) => Math.max(0, ...of(run, phase).map((task) => task.onClock))));
    const counts = runs.map((run) => of(run, phase).filter((task) => task.ms > limit).length);
    const worst = longest(tasks);
    const verdict = typical > limit ? '  TOO LONG' : '';
    console.log(`${phase.padEnd(27)}${ms(typical)}${ms(onClock)}${ms(worst.ms)}  ${counts.join(' ')}${verdict}`);
    if (worst.cause) console.log(`  the worst: ${worst.cause}`);
    return typical;
  });
  const slowest = median(runs.map((run) => run.slowestEvent));
  console.log(`\nFrom the slowest event to the end of its listeners, on the clock: ${ms(slowest).trim()}.`);
  console.log(
    `Long tasks after load by the Long Tasks API, on the clock: ${runs.map((run) => run.longTasks).join(' ')}.`,
  );
  return peaks.some((typical) => typical > limit);
}
