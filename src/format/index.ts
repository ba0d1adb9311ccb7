/** HOW answers are said: numbers, dates, names, sentences, table rows, CSV. Pure; no DOM. */
export { type BreakdownWords, breakdownWordsFor } from './breakdown-words.js';
export {
  type BreakdownItem,
  type BreakdownMatrix,
  type BreakdownTable,
  breakdownTable,
  inOrder,
  type MatrixColumn,
  matrixOf,
} from './breakdowns.js';
export { changeWordsFor } from './change-words.js';
export { type ChartWords, chartWordsFor } from './chart-words.js';
export { type Comparison, compareTotals, inWords, uncompared, wholeOf } from './comparison.js';
export { type ControlWords, controlWordsFor } from './control-words.js';
export { csvOf, resultsToCsv } from './csv.js';
export {
  type PeopleRow,
  type PeopleTable,
  type Pyramid,
  type PyramidSide,
  peopleTable,
  pyramidOf,
} from './demographics.js';
export { derivationText } from './derivation-text.js';
export { derivationWordsFor } from './derivation-words.js';
export { type Formats, formatsFor } from './formats.js';
export { compact, countryName, listText, shortDay, weekday } from './further-formats.js';
export { gainedAndLost, type Headline, headlineOf } from './headline.js';
export { hasWords, languageSaid, loadWords, spokenLanguages } from './languages.js';
export type { Words } from './locales/en/card.js';
export { dimensionLabel, type NameWords, namesFor, valueLabel } from './names.js';
export { type PeopleWords, peopleWordsFor } from './people-words.js';
export { rangeName, timeframeName } from './period-name.js';
export { type ProblemWords, problemWordsFor } from './problem-words.js';
export { type SoundWords, soundWordsFor } from './sound-words.js';
export { type TakeWords, takeWordsFor } from './take-words.js';
export { plainText, type Told } from './text.js';
export {
  arrived,
  type DayValues,
  hasDailyNumbers,
  lastKnownDay,
  netAt,
  noTrend,
  type Trend,
  type TrendAnswer,
  type TrendSeries,
  trendOf,
} from './trend.js';
export { type TrendTotals, trendSentence } from './trend-sentence.js';
export { type TrendWords, trendWordsFor } from './trend-words.js';
export { metricLabel, wordsFor } from './words.js';
