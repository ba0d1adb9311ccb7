/** All that is said in a language, by who needs it. English is in files of these names; another language is one of these. */
import type { MetricName } from '../../spec/index.js';
import type { BreakdownWords } from './en/breakdown.js';
import type { Words } from './en/card.js';
import type { ChangeWords } from './en/change.js';
import type { ChartWords } from './en/chart.js';
import type { ControlWords } from './en/controls.js';
import type { DerivationWords } from './en/derivation.js';
import type { NameWords } from './en/names.js';
import type { PeopleWords } from './en/people.js';
import type { ProblemWords } from './en/problems.js';
import type { SoundWords } from './en/sound.js';
import type { TakeWords } from './en/take.js';
import type { TrendWords } from './en/trend.js';

export interface LanguageWords {
  readonly breakdown: BreakdownWords;
  readonly card: Words;
  readonly change: ChangeWords;
  readonly chart: ChartWords;
  readonly controls: ControlWords;
  /** What each metric counts, in a sentence. */
  readonly definitions: Readonly<Record<MetricName, string>>;
  readonly derivation: DerivationWords;
  /** What each metric is called. */
  readonly metrics: Readonly<Record<MetricName, string>>;
  readonly names: NameWords;
  readonly people: PeopleWords;
  readonly problems: ProblemWords;
  readonly sound: SoundWords;
  readonly take: TakeWords;
  readonly trend: TrendWords;
}
