/** A recording of the browser -> the tasks of a page's main thread, phase by phase. Pure. */

/** Trace Event Format, as far as it is read here; times are microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly functionName?: string; readonly url?: string; readonly lineNumber?: number };
  };
}

export interface Task {
  /** How long the thread worked: what the machine did for others meanwhile is not in it. */
  readonly ms: number;
  /** From its start to its end on the clock. */
  readonly onClock: number;
  /** What took most of it. */
  readonly cause: string;
}

/** What has to be recorded for {@link tasksByPhase}. */
export const categories = [
  'disabled-by-default-devtools.timeline',
  'devtools.timeline',
  'v8.execute',
  'blink.user_timing',
];

/** With which a page says that a phase begins: `performance.mark('bench:…')`. */
export const phaseMark = 'bench:';

/** The tasks of each phase: from its mark to the next one. What came before the first mark is the phase `load`. */
export function tasksByPhase(recording: Uint8Array): Map<string, Task[]> {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(recording)) as { traceEvents: readonly TraceEvent[] };
  const marks = traceEvents.filter(({ name }) => name.startsWith(phaseMark)).toSorted((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (!first) throw new Error('The recording holds no phase.');
  const ofPage = traceEvents.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const phases = new Map<string, Task[]>(['load', ...marks.map(({ name }) => phaseOf(name))].map((name) => [name, []]));
  for (const task of ofPage.filter(({ name }) => name === 'RunTask')) {
    const mark = marks.findLast(({ ts }) => ts <= task.ts);
    const cause = causeOf(task, ofPage);
    phases
      .get(mark ? phaseOf(mark.name) : 'load')
      ?.push({ ms: (task.tdur ?? task.dur ?? 0) / 1000, onClock: (task.dur ?? 0) / 1000, cause });
  }
  return phases;
}

const phaseOf = (mark: string): string => mark.slice(phaseMark.length);

/** A recording has some ten thousand tasks: only of the long ones it matters what they did. */
const worthACause = 20_000;

function causeOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const { ts, dur = 0 } = task;
  if (dur < worthACause) return '';
  return events
    .filter((event) => event !== task && event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur)
    .filter((event) => (event.dur ?? 0) > dur / 4)
    .toSorted((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 4)
    .map((event) => `${nameOf(event)} ${Math.round((event.dur ?? 0) / 1000)} ms`)
    .join(' > ');
}

function nameOf({ name, args }: TraceEvent): string {
  const { functionName, url, lineNumber } = args?.data ?? {};
  const place = [functionName, url?.split('/').pop(), lineNumber].filter((part) => part !== undefined && part !== '');
  return place.length > 0 ? `${name}(${place.join(':')})` : name;
}

export const longest = (tasks: readonly Task[]): Task =>
  tasks.reduce((most, task) => (task.ms > most.ms ? task : most), { ms: 0, onClock: 0, cause: '' });

/** As Lighthouse counts it: what each task takes beyond 50 ms. */
export const blocked = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, { ms }) => sum + Math.max(0, ms - limit), 0);

/** All that the thread did. */
export const work = (tasks: readonly Task[]): number => tasks.reduce((sum, task) => sum + task.ms, 0);

/** From where on a visitor notices: the Long Tasks API's own limit, in milliseconds. */
export const limit = 50;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
