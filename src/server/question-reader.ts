/** Reads questions, and remembers what it has understood: the same few are asked a million times a day. */
import type { GraphCall } from '../client/call.js';
import { addDays, dayOf, startOfDay } from '../spec/index.js';
import { createRecent } from './answers/recent.js';
import { type Question, readAccountQuestion, readInsightsQuestion, unread } from './question.js';

/**
 * The question of a request.
 * @param account an alias
 * @param search the query of its address, as it came
 * @throws Refusal `invalid-query`
 */
export type QuestionReader = (edge: GraphCall['edge'], account: string, search: string) => Question;

const most = 2_000;
/** A longer one is read anew. */
const maxLength = 1_024;

export function createQuestionReader({ version, now }: { version: string; now: () => number }): QuestionReader {
  const read = createRecent<Question>(most, now);
  return (edge, account, search) => {
    const name = `${edge} ${account} ${search}`;
    const known = read.get(name);
    if (known) return known;
    const parameters = new URLSearchParams(search);
    const question =
      edge === 'account'
        ? readAccountQuestion(account, parameters)
        : readInsightsQuestion(account, parameters, { version, now: now() });
    // A secret that a Graph client sends along is not remembered either.
    if (unread.some((parameter) => parameters.has(parameter))) return question;
    // What a range means changes with Instagram's day.
    if (name.length <= maxLength) read.set(name, question, startOfDay(addDays(dayOf(now()), 1)) * 1000);
    return question;
  };
}
