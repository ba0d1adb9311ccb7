/** Which series of a chart a visitor has hidden. Knows nothing of how they are drawn. */
import type { Press } from './chart-parts.js';

const nothing: ReadonlySet<string> = new Set();

export class HiddenSeries {
  #hidden = nothing;
  /** What was hidden before the first click of two. */
  #before = nothing;

  /** @param keys those of all series: never all of them are hidden */
  of(keys: readonly string[]): ReadonlySet<string> {
    return keys.length > 0 && keys.every((key) => this.#hidden.has(key)) ? nothing : this.#hidden;
  }

  /**
   * A press hides a series, or shows it; a double click, or one with Shift, shows it alone, or all again.
   * @returns whether that changed anything
   */
  toggle(key: string, { detail, shiftKey }: Press, keys: readonly string[]): boolean {
    if (detail > 2) return false;
    // The second click of two is about what was there before the first.
    const isSecond = detail === 2;
    if (!isSecond) this.#before = this.of(keys);
    const hidden = new Set(this.#before);
    const others = keys.filter((other) => other !== key);
    const isAlone = others.every((other) => hidden.has(other));
    if (isSecond || shiftKey) this.#hidden = new Set(isAlone ? [] : others);
    else this.#hidden = hidden.delete(key) ? hidden : hidden.add(key);
    return true;
  }
}
