/** All words in Japanese. */
import type { LanguageWords } from '../language-words.js';
import { breakdown } from './breakdown.js';
import { card } from './card.js';
import { change } from './change.js';
import { chart } from './chart.js';
import { controls } from './controls.js';
import { definitions } from './definitions.js';
import { derivation } from './derivation.js';
import { metrics } from './metrics.js';
import { names } from './names.js';
import { people } from './people.js';
import { problems } from './problems.js';
import { sound } from './sound.js';
import { take } from './take.js';
import { trend } from './trend.js';

export const words: LanguageWords = {
  breakdown,
  card,
  change,
  chart,
  controls,
  definitions,
  derivation,
  metrics,
  names,
  people,
  problems,
  sound,
  take,
  trend,
};
