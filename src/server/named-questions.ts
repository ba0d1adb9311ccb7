/** The questions that an operator has named, and no others: what public access should open. */
import { expandQuestions } from '../client/asked-questions.js';
import { metricsOf } from '../client/call.js';
import { cellKey } from '../client/cells.js';
import { partsOf, planParts } from '../client/plan.js';
import { addDays, dayOf, type QueryInput, startOfDay } from '../spec/index.js';
import { createRecent } from './answers/recent.js';
import type { Question } from './question.js';
import { Refusal } from './refusal.js';

/**
 * Questions as the attributes of elements say them: `[{ metric: 'reach', range: 'last_28_days', compare: 'previous_period' }]`.
 * Each stands for all that elements ask for it. For every account, or by alias.
 */
export type NamedQuestions = readonly QueryInput[] | Readonly<Record<string, readonly QueryInput[]>>;

export interface NamedQuestionsOptions {
  readonly version: string;
  readonly maxWindowSeconds?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const dayMs = 86_400_000;
const mostAliases = 10_000;

/**
 * Makes what refuses a question that is not named. Who the account is may always be asked.
 * @returns a function that throws a Refusal `closed`, which blames the metrics that are not named
 * @throws InsightsError at once, for a line that is no question
 */
export function createQuestionFilter(
  named: NamedQuestions,
  options: NamedQuestionsOptions,
): (question: Question) => void {
  const { version: apiVersion, maxWindowSeconds, now } = options;
  const linesOf = (alias: string): readonly QueryInput[] => {
    if (isList(named)) return named;
    return Object.hasOwn(named, alias) ? (named[alias] ?? []) : [];
  };
  const cellsAt = (lines: readonly QueryInput[], moment: number): string[] =>
    expandQuestions(lines, { apiVersion, now: moment })
      .flatMap((query) => planParts(partsOf(query, maxWindowSeconds)))
      .flatMap(({ call }) => metricsOf(call).map((metric) => cellKey(call, metric)));
  for (const lines of isList(named) ? [named] : Object.values(named)) cellsAt(lines, now());

  /** By alias, until Instagram's day ends. */
  const known = createRecent<ReadonlySet<string>>(mostAliases, now);
  const cellsOf = (account: string): ReadonlySet<string> => {
    // What a stranger puts into the path is not remembered: a list is the same for all.
    const alias = isList(named) ? '' : account;
    const found = known.get(alias);
    if (found) return found;
    const lines = linesOf(alias);
    // A page that was opened before midnight asks about the days of then.
    const cells = new Set([...cellsAt(lines, now()), ...cellsAt(lines, now() - dayMs)]);
    if (lines.length > 0) known.set(alias, cells, startOfDay(addDays(dayOf(now()), 1)) * 1000);
    return cells;
  };

  return ({ account, call }) => {
    if (call.edge === 'account') return;
    const cells = cellsOf(account);
    const unnamed = metricsOf(call).filter((metric) => !cells.has(cellKey(call, metric)));
    if (unnamed.length === 0) return;
    throw new Refusal('closed', {
      metrics: unnamed,
      message:
        'This backend answers the questions that its operator has named, and this is none of them. They can add it.',
    });
  };
}

const isList = (named: NamedQuestions): named is readonly QueryInput[] => Array.isArray(named);
