/** An error in words for whoever runs a command. The error's own are for a page, which asks a backend; a command asks Instagram. */
import { errorCodes, type InsightsError, type InsightsErrorCode } from '../spec/index.js';

const words: Partial<Record<InsightsErrorCode, string>> = {
  network:
    'The Graph API was not reached from this machine. Check its way out (DNS, proxy, firewall); whoever runs the network can open it.',
  'server-error': 'Instagram failed for the moment. Run this again later.',
  'rate-limited': "Instagram's limit on calls is used up. Run this again in an hour.",
  'malformed-response':
    'What answered was not the Graph API. Check GRAPH_HOST, and whether a proxy answers in its place.',
  'not-found': 'There is no such account, or the token may not read it. Check IG_USER_ID.',
  rejected: 'Instagram refused a parameter (this is not about the token). Check metric, period, breakdown and days.',
  unknown:
    'Instagram answered with an unknown error. Run this again; where it stays, look at the status of its platform.',
};

/** What a code means to an operator, what to do and who can do it. */
export const wordsOfCode = (code: InsightsErrorCode): string => words[code] ?? errorCodes[code].message;

/** The same of an error. Of a question that is none it says what is wrong with it, and no more: there is no `issues` to look at. */
export function wordsOf({ code, message }: InsightsError): string {
  if (code !== 'invalid-query') return wordsOfCode(code);
  return message.replace(errorCodes[code].message, '').trim() || message;
}
