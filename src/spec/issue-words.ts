/** How an issue is worded: what is wrong, what is allowed, what was probably meant. Knows nothing of the rules (validate.ts). */
import { closestMatch } from 'leven';
import type { Issue, IssueCode, QueryAttribute } from './issue.js';
import { looksLikeSecret, maskedSecret, maskSecret } from './secrets.js';

export const allowedText = (attribute: QueryAttribute, allowed: readonly string[]): string =>
  allowed.length === 0 ? `Remove ${attribute}.` : `Allowed: ${allowed.join(', ')}.`;

/** The issue of a value that no metric, period, … has. */
export function unknownValue(attribute: QueryAttribute, value: string, allowed: readonly string[]): Issue {
  const suggestion = closest(value, allowed);
  const hint = suggestion === undefined ? '' : `Did you mean "${suggestion}"? `;
  const message = `"${maskSecret(value)}" is not a ${attribute}. ${hint}${allowedText(attribute, allowed)}`;
  return issue('unknown', attribute, value, message, { allowed, ...(suggestion !== undefined && { suggestion }) });
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
  issue('duplicate', attribute, value, `"${maskSecret(value)}" stands twice in ${attribute}. Remove one.`);

export const renamed = (attribute: QueryAttribute, value: string, meant: string): Issue =>
  issue('renamed', attribute, value, `"${value}" is understood as "${meant}". Write ${attribute}="${meant}".`, {
    severity: 'warning',
    allowed: [meant],
    suggestion: meant,
  });

/** The issue of a value that looks like an access token: it says what to do, and never what the value was. */
const secret = (attribute: QueryAttribute): Issue => ({
  severity: 'error',
  code: 'secret',
  attribute,
  value: maskedSecret,
  message: `${attribute} holds what looks like an access token. Anybody who sees the page can read it: remove it, revoke the token, and keep the new one on the backend.`,
  allowed: [],
});

/** An issue; of code `secret`, whatever else was to be said, where the value looks like one. Severity is `error` unless said otherwise. */
export function issue(
  code: IssueCode,
  attribute: QueryAttribute,
  value: string,
  message: string,
  more: { severity?: Issue['severity']; allowed?: readonly string[]; suggestion?: string } = {},
): Issue {
  if (looksLikeSecret(value)) return secret(attribute);
  return { severity: 'error', code, attribute, value: maskSecret(value), message, allowed: [], ...more };
}
