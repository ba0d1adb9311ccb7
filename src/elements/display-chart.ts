/** The base of charts whose numbers can be drawn in more than one way, by an attribute. Does not know how. */
import { InsightsError, type Issue } from '../spec/index.js';
import { unknownValue } from '../spec/issue-words.js';
import { oneText, readList } from '../spec/query.js';
import { ChartElement } from './chart-element.js';

export abstract class DisplayChartElement extends ChartElement {
  /** The drawing that an author names. */
  abstract display?: string;
  /** Those that there are; the first is the default. */
  protected abstract readonly displays: readonly string[];

  override get issues(): readonly Issue[] {
    return [...super.issues, ...this.#displayIssues];
  }

  /** The drawing that is wanted: the default for a name that is none. */
  protected get wanted(): string {
    const { displays, display } = this;
    return displays.find((name) => name === readDisplay(display)) ?? displays[0] ?? '';
  }

  protected override readQuestion(): InsightsError | undefined {
    const refusal = super.readQuestion();
    const isOther = refusal !== undefined && refusal.code !== 'invalid-query' && refusal.code !== 'no-client';
    return isOther || !this.isJudged || this.#displayIssues.length === 0
      ? refusal
      : new InsightsError('invalid-query', { issues: this.issues });
  }

  get #displayIssues(): readonly Issue[] {
    const display = readDisplay(this.display);
    return display === '' || this.displays.includes(display) ? [] : [unknownValue('display', display, this.displays)];
  }
}

/** Read as other attributes are: nothing is no mistake. */
const readDisplay = (given: unknown): string => oneText(readList(given));
