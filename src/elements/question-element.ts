/**
 * An element with a question: by which attributes it is asked, of which client, and what stands in its way.
 *
 * Does not know the answer, nor what is shown (insights-element.ts).
 */

import type { PropertyDeclarations } from 'lit';
import { hasErrors, InsightsError, type Issue, type MetricSpec, type QueryInput } from '../spec/index.js';
import type { OtherwisePhrase } from '../spec/issue-phrases.js';
import { loadRules } from '../spec/rules.js';
import { type ElementQuery, readElementQuery } from './element-query.js';
import { StateElement } from './state-element.js';

export abstract class QuestionElement extends StateElement {
  static override readonly properties: PropertyDeclarations = {
    metric: {},
    period: {},
    timeframe: {},
    breakdown: {},
    metricType: { attribute: 'metric-type' },
  };

  /** The metric, by the API's name, such as `reach`. */
  metric?: string;
  /** `day` or `lifetime`. May be left out where the metric has only one. */
  period?: string;
  /** For demographics: `last_14_days`, `last_30_days`, `last_90_days`, `prev_month`, `this_month`, `this_week`. */
  timeframe?: string;
  /** What the rows are by, such as `media_product_type` or `age,gender`: one dimension or more, separated by commas. */
  breakdown?: string;
  /** `total_value`, one number for all days, or `time_series`, a number for each. */
  metricType?: string;

  /** undefined while the rules that judge it are still to be loaded. */
  #question: ElementQuery | undefined;
  /** Days of which there is no total: the visitor has taken fewer. */
  #tooMany: string | undefined;
  /** Why the rules that judge a question could not be had. */
  #unjudged: InsightsError | undefined;

  /** What is wrong, or will be, with the element's own attributes; warnings included. */
  get issues(): readonly Issue[] {
    return this.#question?.issues ?? [];
  }

  override refresh(): void {
    this.#judgeAgain();
    this.insights.refresh();
  }

  /** Asks again for what could not be had, now. */
  protected retry(): void {
    this.#judgeAgain();
    this.insights.retry();
  }

  /** Gives a question that could not be judged another try. */
  #judgeAgain(): void {
    this.#unjudged = undefined;
    this.requestUpdate();
  }

  /** Asks for fewer days than the attributes name, which have no total: until the attributes name others. */
  protected takeFewerDays(): void {
    this.#tooMany = this.#days;
    this.requestUpdate();
  }

  /** Whether the element can show a metric. */
  protected abstract accepts(spec: MetricSpec): boolean;
  /** What can show the metrics that this element does not accept: said to the page's author. */
  protected abstract readonly otherwise: OtherwisePhrase;

  /** The query's attributes, as they were written. An element may fill in what has a default there. */
  protected get ownQuery(): QueryInput {
    const { metric, period, timeframe, breakdown, metricType, since, until, range, compare } = this;
    return { metric, period, timeframe, breakdown, metricType, since, until, range, compare };
  }

  /** The question that is asked: the element's own attributes and what its provider hands down. */
  protected get query(): QueryInput {
    const query = this.#question?.query ?? {};
    return this.#tooMany === this.#days
      ? { ...query, since: undefined, until: undefined, range: 'last_28_days' }
      : query;
  }

  /** The metric and the days that the attributes name, as a text. */
  get #days(): string {
    const { metric, since, until, range } = this.#question?.query ?? {};
    return JSON.stringify([metric, since, until, range]);
  }

  /** Whether it is known if the question is one. */
  protected get isJudged(): boolean {
    return this.#question !== undefined;
  }

  /** Reads the attributes into a question. @returns what stands in its way */
  protected readQuestion(): InsightsError | undefined {
    const secret = this.findSecret();
    if (secret) return secret;
    const client = this.source;
    const question = readElementQuery(this.ownQuery, {
      defaults: this.insights.context?.defaults ?? {},
      apiVersion: this.apiVersion || client?.apiVersion,
      now: this.now,
      history: client?.history,
      accepts: (spec) => this.accepts(spec),
      otherwise: this.otherwise,
    });
    this.#question = question;
    if (!question) return this.judgeLater();
    const { issues } = question;
    if (hasErrors(issues)) return new InsightsError('invalid-query', { issues });
    return client ? undefined : new InsightsError('no-client');
  }

  /** Asks nothing until the rules are there; without them the question cannot be judged. */
  protected judgeLater(): InsightsError | undefined {
    if (this.#unjudged) return this.#unjudged;
    loadRules()
      .catch((error: InsightsError) => {
        this.#unjudged = error;
      })
      .finally(() => this.requestUpdate());
    return undefined;
  }
}
