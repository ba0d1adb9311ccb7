/** HOW answers are said: numbers, dates, names, sentences, table rows, CSV. Pure; no DOM. */
export { type ChangeWords, changeWordsFor } from './change-words.js';
export { type ChartWords, chartWordsFor } from './chart-words.js';
export { type Comparison, compareTotals, uncompared, wholeOf } from './comparison.js';
export { type ControlWords, controlWordsFor } from './control-words.js';
export { resultsToCsv } from './csv.js';
export {
  type PeopleRow,
  type PeopleTable,
  type Pyramid,
  type PyramidSide,
  peopleTable,
  pyramidOf,
} from './demographics.js';
export { type Formats, formatsFor } from './formats.js';
export { type GainedAndLost, gainedAndLost, type Headline, headlineOf } from './headline.js';
export type { Words } from './locales/en.js';
export { dimensionLabel, type NameWords, namesFor, valueLabel } from './names.js';
export { type PeopleWords, peopleWordsFor } from './people-words.js';
export { type ProblemWords, problemWordsFor } from './problem-words.js';
export { metricLabel, wordsFor } from './words.js';
