/**
 * Builds what a page gets from what the Graph API gave: the fields named here, and nothing else.
 *
 * `paging` holds the access token; `title` and `description` follow the token owner's language; `id` is the account's.
 * None of them has a place here. Does not judge numbers: that is the reader's part (spec/result.ts).
 */
import * as v from 'valibot';
import { looksLikeSecret } from '../spec/index.js';
import type { Piece } from './answers/pieces.js';
import type { Question } from './question.js';
import { Refusal } from './refusal.js';

const count = v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d{1,15}(\.\d{1,6})?$/))]);

/** The API's own names: metrics, periods, dimensions. */
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,63}$/));

/** Cities, people's names: whatever the world holds, but no secret. */
const freeText = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check((text) => !looksLikeSecret(text)),
);

const hourMap = v.record(v.pipe(v.string(), v.regex(/^\d{1,2}$/)), count);

const endTime = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})$/));

const point = v.object({ value: v.nullish(v.union([count, hourMap])), end_time: v.optional(endTime) });

const row = v.object({
  name,
  period: name,
  values: v.nullish(v.array(point)),
  total_value: v.nullish(
    v.object({
      value: v.nullish(count),
      breakdowns: v.nullish(
        v.array(
          v.object({
            dimension_keys: v.array(name),
            results: v.nullish(v.array(v.object({ dimension_values: v.array(freeText), value: v.nullish(count) }))),
          }),
        ),
      ),
    }),
  ),
});

const insights = v.object({ data: v.array(row) });

const account = v.object({
  username: v.nullish(v.pipe(v.string(), v.regex(/^[\w.]{1,64}$/))),
  name: v.nullish(freeText),
  followers_count: v.nullish(v.number()),
  media_count: v.nullish(v.number()),
});

/** Whether a value that was kept of an answer is what the sieve lets through, and nothing more. */
export function isPieceValue({ metric, day }: Pick<Piece, 'metric' | 'day'>, value: unknown): boolean {
  const parsed = v.safeParse(metric === '' ? account : day === undefined ? row : point, value);
  return parsed.success && JSON.stringify(parsed.output) === JSON.stringify(value);
}

/** What goes to the page. */
export interface Answer {
  /** Whether the numbers are samples. */
  readonly demo: boolean;
  readonly body: object;
}

/**
 * @throws Refusal `malformed-response`, which quotes nothing
 */
export function readAnswer({ call }: Question, json: unknown): Answer {
  const demo = typeof json === 'object' && json !== null && (json as { source?: unknown }).source === 'demo';
  const known = call.edge === 'insights' ? parse(insights, json) : readAccount(json, call.params.fields ?? '');
  return { demo, body: { ...known, ...(demo && { source: 'demo' }) } };
}

function readAccount(json: unknown, fields: string): object {
  const asked = fields.split(',');
  const entries = Object.entries(parse(account, json)).filter(([field]) => asked.includes(field));
  if (entries.length === 0) throw malformed();
  return Object.fromEntries(entries);
}

function parse<Output extends object>(schema: v.GenericSchema<unknown, Output>, json: unknown): Output {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (!parsed.success) throw malformed();
  return parsed.output;
}

export const malformed = (): Refusal => new Refusal('malformed-response', { fault: 'graph' });
