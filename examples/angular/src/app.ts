import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type {
  CardMetric,
  InsightsErrorEvent,
  InsightsLoadEvent,
  InsightsResult,
  InsightsSelectEvent,
  Range,
} from 'insights-elements';
import 'insights-elements/define';

@Component({
  selector: 'app-root',
  // Tags with a dash are elements of the page, not components.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Insights in Angular</h1>
    <form>
      <label>
        Metric
        <select (change)="metric.set($any($event.target).value)">
          @for (name of metrics; track name) {
            <option [selected]="name === metric()">{{ name }}</option>
          }
        </select>
      </label>
      <label>
        Days
        <select (change)="range.set($any($event.target).value)">
          @for (name of ranges; track name) {
            <option [selected]="name === range()">{{ name }}</option>
          }
        </select>
      </label>
      <button type="button" (click)="raise()">Raise the plan</button>
      <button type="button" (click)="isShown.set(!isShown())">{{ isShown() ? 'Remove' : 'Show' }}</button>
    </form>
    @if (isShown()) {
      <insights-provider
        backend-url="/insights"
        [range]="range()"
        (insights-load)="onLoad($event)"
        (insights-select)="onSelect($event)"
        (insights-error)="onError($event)"
      >
        <div class="numbers">
          <insights-metric-card [metric]="metric()" compare="previous_period" />
          <insights-trend-chart [metric]="metric()" />
          <insights-demographics-chart metric="follower_demographics" breakdown="age,gender" />
          <insights-trend-chart heading="Our plan" [result]="plan()" />
        </div>
      </insights-provider>
    }
    <output>
      @for (line of said(); track $index) {
        <div>{{ line }}</div>
      }
    </output>
  `,
})
export class App {
  readonly metrics: CardMetric[] = ['reach', 'views', 'likes', 'comments'];
  readonly ranges: Range[] = ['last_7_days', 'last_28_days', 'last_90_days'];
  readonly metric = signal<CardMetric>('reach');
  readonly range = signal<Range>('last_28_days');
  readonly isShown = signal(true);
  readonly said = signal<string[]>([]);
  /** Numbers of your own: an element that has a `result` shows it and asks nobody. */
  readonly plan = signal<InsightsResult>({
    metric: 'likes',
    period: 'day',
    series: [120, 135, 150, 140, 160, 210, 230].map((value, day) => ({ day: `2026-06-0${day + 1}`, value })),
  });

  raise(): void {
    this.plan.update((plan) => {
      const series = plan.series?.map(({ day, value }) => ({ day, value: Math.round((value ?? 0) * 1.1) }));
      return series ? { ...plan, series } : plan;
    });
  }

  onLoad({ result }: InsightsLoadEvent): void {
    this.say(`${result.metric} has come`);
  }

  onSelect({ points: [point] }: InsightsSelectEvent): void {
    this.say(`${point?.metric} of ${point?.day}: ${point?.value}`);
  }

  onError({ error }: InsightsErrorEvent): void {
    this.say(`${error.code}: ${error.message}`);
  }

  private say(line: string): void {
    this.said.update((lines) => [...lines.slice(-4), line]);
  }
}
