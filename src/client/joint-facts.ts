/** What several answers say of themselves, as one. */
import type { AnswerFacts } from './answer-facts.js';
import type { QueryPart } from './plan.js';
import { isMoving } from './settled-parts.js';

/** Of several answers as one: one sample makes the whole a sample, the oldest dates it. */
export const factsOf = (answers: readonly AnswerFacts[]): AnswerFacts => ({
  source: answers.some(({ source }) => source === 'demo') ? 'demo' : 'api',
  fetchedAt: Math.min(...answers.map(({ fetchedAt }) => fetchedAt)),
  stale: answers.find(({ stale }) => stale)?.stale,
});

/** Of the parts of one answer: what still moves dates it, as long as anything does. */
export function factsOfParts(parts: readonly QueryPart[], answers: readonly AnswerFacts[]): AnswerFacts {
  const moving = answers.filter(({ fetchedAt }, index) => isMoving(parts[index] as QueryPart, fetchedAt));
  const fetchedAt =
    moving.length > 0 ? factsOf(moving).fetchedAt : Math.max(...answers.map((answer) => answer.fetchedAt));
  return { ...factsOf(answers), fetchedAt };
}
