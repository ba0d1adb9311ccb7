/**
 * JSON of unknown shape, read one step at a time. Each step knows where it stands, so that a fault can be named.
 *
 * Our own, where the server uses a schema library: that weighs more than all that a page loads for an unusual answer.
 */
import { InsightsError } from './errors.js';
import { isRecord, memberOf } from './records.js';

export class Untrusted {
  readonly value: unknown;
  /** Such as `data[0].values[3].end_time`. */
  readonly path: string;

  constructor(value: unknown, path = '') {
    this.value = value;
    this.path = path;
  }

  /** Nothing, or null: the API uses both. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  get isRecord(): boolean {
    return isRecord(this.value);
  }

  /** @throws InsightsError where this is no object */
  member(key: string): Untrusted {
    if (!this.isRecord) this.fail();
    return new Untrusted(memberOf(this.value, key), this.path === '' ? key : `${this.path}.${key}`);
  }

  /** @throws InsightsError where this is no array */
  items(): readonly Untrusted[] {
    if (!Array.isArray(this.value)) return this.fail();
    // Also the holes of a sparse array, which map() would pass over.
    return Array.from(this.value, (item, index) => new Untrusted(item, `${this.path}[${index}]`));
  }

  /** The members of an object, as pairs: its keys are an answer's, and index nothing of ours. */
  entries(): readonly (readonly [string, Untrusted])[] {
    if (!isRecord(this.value)) return this.fail();
    // The key stays out of the path: it is text from a server.
    return Object.entries(this.value).map(([key, item]) => [key, new Untrusted(item, this.path)]);
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fail();
  }

  /** A finite number, or the text of a whole one, as some answers have it. Never beyond what a double holds exactly. */
  count(): number {
    const { value } = this;
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    const isCount = typeof number === 'number' && Math.abs(number) <= Number.MAX_SAFE_INTEGER;
    return isCount ? number : this.fail();
  }

  /**
   * Says that the JSON is no answer, and where.
   * @throws InsightsError `malformed-response`; it never quotes what a server sent
   */
  fail(): never {
    const { path } = this;
    throw new InsightsError('malformed-response', { detail: path && `Not understood: ${path}.`, path });
  }
}
