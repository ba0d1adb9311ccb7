/** All English words at once: the pattern of other languages. Elements take them group by group, from the files beside. */

import { descriptions } from '../../../spec/descriptions.js';
import { type MetricName, metrics } from '../../../spec/index.js';
import type { LanguageWords } from '../language-words.js';
import { enBreakdown } from './breakdown.js';
import { en } from './card.js';
import { enChange } from './change.js';
import { enChart } from './chart.js';
import { enControls } from './controls.js';
import { enDerivation } from './derivation.js';
import { enNames } from './names.js';
import { enPeople } from './people.js';
import { enProblems } from './problems.js';
import { enSound } from './sound.js';
import { enTake } from './take.js';
import { enTrend } from './trend.js';

const labels = Object.fromEntries(Object.entries(metrics).map(([name, { label }]) => [name, label]));

export const words: LanguageWords = {
  breakdown: enBreakdown,
  card: en,
  change: enChange,
  chart: enChart,
  controls: enControls,
  definitions: descriptions,
  derivation: enDerivation,
  metrics: labels as Readonly<Record<MetricName, string>>,
  names: enNames,
  people: enPeople,
  problems: enProblems,
  sound: enSound,
  take: enTake,
  trend: enTrend,
};
