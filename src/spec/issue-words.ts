/**
 * How an issue is worded: what is wrong and what to do (issue-phrases.ts), what is allowed, what was probably meant.
 * Knows nothing of the rules (validate.ts).
 */
import { closestMatch } from 'leven';
import type { Issue, IssueCode, QueryAttribute } from './issue.js';
import {
  type IssueArgument,
  type IssuePhrase,
  issuePhrases,
  issueText,
  type OtherwisePhrase,
} from './issue-phrases.js';
import { readSpec } from './metrics.js';
import { looksLikeSecret, maskSecret } from './secrets.js';

/** The issue of a value that no metric, period, … has. */
export function unknownValue(attribute: QueryAttribute, value: string, allowed: readonly string[]): Issue {
  const suggestion = closest(value, allowed);
  const phrase = { id: 'unknownValue', args: [value, attribute] } as const;
  return issue('unknown', attribute, value, phrase, { allowed, ...(suggestion !== undefined && { suggestion }) });
}

/** The allowed value that a text was probably meant to be: a slip of it, or the only one that shares its words. */
export function closest(value: string, allowed: readonly string[]): string | undefined {
  if (value.length > 80) return undefined;
  const text = value
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  // A number is never a slip for another number: last_60_days means neither last_30_days nor last_90_days.
  const candidates = allowed.filter((name) => digitsOf(name) === digitsOf(text));
  const slip = closestMatch(text, candidates, { maxDistance: Math.max(1, Math.floor(text.length / 3)) });
  if (slip !== undefined) return slip;
  const stem = text.replace(/s$/, '');
  const related = candidates.filter(
    (name) => (stem.length >= 4 && name.includes(stem)) || `_${text}_`.includes(`_${name}_`),
  );
  return related.length === 1 ? related[0] : undefined;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

export const duplicate = (attribute: QueryAttribute, value: string): Issue =>
  issue('duplicate', attribute, value, { id: 'duplicate', args: [value, attribute] });

export const renamed = (attribute: QueryAttribute, value: string, meant: string): Issue =>
  issue(
    'renamed',
    attribute,
    value,
    { id: 'renamed', args: [value, attribute, meant] },
    { severity: 'warning', allowed: [meant], suggestion: meant },
  );

/** The issue of a metric that an element does not show, or of several where it shows one. */
export function notShown(value: string, otherwise: OtherwisePhrase, allowed: readonly string[]): Issue {
  const isList = value.includes(',');
  const id = isOfNoElement(value) ? 'notForAny' : otherwise;
  const phrase: IssuePhrase = isList ? { id: 'oneMetric', args: [] } : { id, args: [value] };
  return worded('not-allowed', 'metric', value, phrase, { allowed });
}

/** A number of people for each hour of a day has no element. */
function isOfNoElement(value: string): boolean {
  const spec = readSpec(value);
  return spec?.kind === 'interaction' && spec.counts === 'people';
}

/** What an issue may have beside its phrase. */
type More = Partial<Pick<Issue, 'severity' | 'allowed' | 'suggestion'>>;

/** An issue; of code `secret`, whatever else was to be said, where the value looks like one. Severity is `error` unless said otherwise. */
export function issue(
  code: IssueCode,
  attribute: QueryAttribute,
  value: string,
  phrase: IssuePhrase,
  more: More = {},
): Issue {
  // It says what to do, and never what the value was.
  return looksLikeSecret(value)
    ? worded('secret', attribute, value, { id: 'secret', args: [attribute] })
    : worded(code, attribute, value, phrase, more);
}

/** An issue of a value that is judged by itself too: no more than masked where it looks like a secret. */
export function worded(
  code: IssueCode,
  attribute: QueryAttribute,
  value: string,
  { id, args }: IssuePhrase,
  { severity = 'error', allowed = [], suggestion }: More = {},
): Issue {
  const phrase = { id, args: args.map(masked) } as unknown as IssuePhrase;
  const [problem, advice = tailOf(attribute, allowed, suggestion)] = issueText(issuePhrases, phrase) ?? [''];
  return {
    severity,
    code,
    attribute,
    value: maskSecret(value),
    message: [problem, advice].filter(Boolean).join(' '),
    phrase,
    allowed,
    ...(suggestion !== undefined && { suggestion }),
  };
}

const masked = (value: IssueArgument): IssueArgument => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? maskSecret(value) : value.map(maskSecret);
};

/** What was meant and what is allowed, where no advice of the phrase's own says it. */
function tailOf(attribute: QueryAttribute, allowed: readonly string[], suggestion: string | undefined): string {
  if (allowed.length === 0) return `Remove ${attribute}.`;
  const meant = suggestion === undefined ? '' : `Did you mean "${suggestion}"? `;
  return `${meant}Allowed: ${allowed.join(', ')}.`;
}
