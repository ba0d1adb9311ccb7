/**
 * `npm run bench -- scaling`: a day of embedded views, from one process to a CDN. See docs/scaling.md.
 *
 * `VIEWS`, `ACCOUNTS`, `QUESTIONS`, `PLACES` and `PROCESSES` set other numbers than its.
 */
import { type Setup, simulate, type Traffic } from './scaling-model.js';

const read = (name: string, usual: number): number => Number(process.env[name] || usual);
const traffic: Traffic = {
  views: read('VIEWS', 1_000_000),
  accounts: read('ACCOUNTS', 2_000),
  questions: read('QUESTIONS', 6),
};
const places = read('PLACES', 20);
const processes = read('PROCESSES', 4);

/** https://developers.facebook.com/docs/graph-api/overview/rate-limiting: calls in 24 hours for each impression of an account. */
const callsPerImpression = 4_800;

const setups: readonly Setup[] = [
  { name: 'one process', processes: 1, isShared: false, places: 0, isShielded: false },
  { name: `${processes} processes, each on its own`, processes, isShared: false, places: 0, isShielded: false },
  { name: `${processes} processes over one store`, processes, isShared: true, places: 0, isShielded: false },
  { name: `the same behind ${places} places`, processes, isShared: true, places, isShielded: false },
  { name: 'the same, shielded by one', processes, isShared: true, places, isShielded: true },
];

const count = (value: number): string => value.toLocaleString('en').padStart(14);
console.log(
  `\n${traffic.views.toLocaleString('en')} views of ${traffic.accounts.toLocaleString('en')} accounts in a day, ${traffic.questions} requests a view.\n`,
);
console.log(
  `${''.padEnd(32)}${['at a backend', 'most a second', 'calls', 'of one account', 'its impressions'].map((head) => head.padStart(16)).join('')}`,
);
for (const setup of setups) {
  const { arrived, peak, calls, callsOfOne } = simulate(traffic, setup);
  const needed = Math.ceil(callsOfOne / callsPerImpression);
  const cells = [arrived, peak, calls, callsOfOne, needed].map((value) => count(value).padStart(16));
  console.log(setup.name.padEnd(32) + cells.join(''));
}
console.log(`
calls: to Instagram in that day. of one account: of the one that cost the most. its impressions: how often its content has to be
seen in a day for ${callsPerImpression.toLocaleString('en')} calls each to allow that.`);
const straight = traffic.views * traffic.questions;
console.log(`Without a backend that keeps anything: ${straight.toLocaleString('en')} calls.`);
