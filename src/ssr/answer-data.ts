import { readServed, type Served, writeServed } from '../client/served-answers.js';

/**
 * The text of the script that brings a result, or an account, to the element around it: for a server that draws the page
 * with something else, and leaves the elements to it.
 *
 *     <insights-metric-card metric="reach"><script type="application/json">…</script></insights-metric-card>
 *
 * It can stand in HTML as it is: no text in it ends the script.
 *
 * @throws InsightsError where a result is not whole, or is none
 */
export function answerData({ result, profile }: Pick<Served, 'result' | 'profile'>): string {
  return writeServed(readServed(writeServed({ result, profile, answers: new Map() })));
}
