/** The base of charts whose numbers can be drawn in more than one way, by an attribute. Does not know how. */
import { InsightsError, type Issue } from '../spec/index.js';
import { rulesAtHand } from '../spec/rules.js';
import { oneText, readList } from '../spec/texts.js';
import { ChartElement } from './chart-element.js';

export abstract class DisplayChartElement extends ChartElement {
  /** The drawing that an author names. */
  abstract display?: string;
  /** Those that there are; the first is the default. */
  protected abstract readonly displays: readonly string[];

  override get issues(): readonly Issue[] {
    return [...super.issues, ...(this.#displayIssues ?? [])];
  }

  protected override get isJudged(): boolean {
    return super.isJudged && this.#displayIssues !== undefined;
  }

  /** The drawing that is wanted: the default for a name that is none. */
  protected get wanted(): string {
    const { displays, display } = this;
    return displays.find((name) => name === readDisplay(display)) ?? displays[0] ?? '';
  }

  protected override readQuestion(): InsightsError | undefined {
    const refusal = super.readQuestion();
    if (refusal !== undefined && refusal.code !== 'invalid-query' && refusal.code !== 'no-client') return refusal;
    if (!this.#displayIssues) return this.judgeLater();
    return !this.isJudged || this.#displayIssues.length === 0
      ? refusal
      : new InsightsError('invalid-query', { issues: this.issues });
  }

  /** What is wrong with the name; undefined while the rules that say so are still to be loaded. */
  get #displayIssues(): readonly Issue[] | undefined {
    const display = readDisplay(this.display);
    if (display === '' || this.displays.includes(display)) return [];
    const rules = rulesAtHand();
    return rules && [rules.unknownValue('display', display, this.displays)];
  }
}

/** Read as other attributes are: nothing is no mistake. */
const readDisplay = (given: unknown): string => oneText(readList(given));
