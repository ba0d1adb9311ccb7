import type { CardMetric, InsightsResult, Range } from 'insights-elements';
import {
  InsightsDemographicsChart,
  InsightsMetricCard,
  InsightsProvider,
  InsightsTrendChart,
} from 'insights-elements/react';
import { useState } from 'react';

const metrics: CardMetric[] = ['reach', 'views', 'likes', 'comments'];
const ranges: Range[] = ['last_7_days', 'last_28_days', 'last_90_days'];

/** Numbers of your own: an element that has a `result` shows it and asks nobody. */
const week: InsightsResult = {
  metric: 'likes',
  period: 'day',
  series: [120, 135, 150, 140, 160, 210, 230].map((value, day) => ({ day: `2026-06-0${day + 1}`, value })),
};
const raised = (plan: InsightsResult): InsightsResult => ({
  ...plan,
  series: plan.series?.map(({ day, value }) => ({ day, value: Math.round((value ?? 0) * 1.1) })),
});

export function App() {
  const [metric, setMetric] = useState<CardMetric>('reach');
  const [range, setRange] = useState<Range>('last_28_days');
  const [plan, setPlan] = useState(week);
  const [isShown, setIsShown] = useState(true);
  const [said, setSaid] = useState<string[]>([]);
  const say = (line: string) => setSaid((lines) => [...lines.slice(-4), line]);

  return (
    <>
      <h1>Insights in React</h1>
      <form>
        <label>
          Metric{' '}
          <select value={metric} onChange={(event) => setMetric(event.target.value as CardMetric)}>
            {metrics.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Days{' '}
          <select value={range} onChange={(event) => setRange(event.target.value as Range)}>
            {ranges.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => setPlan(raised)}>
          Raise the plan
        </button>
        <button type="button" onClick={() => setIsShown(!isShown)}>
          {isShown ? 'Remove' : 'Show'}
        </button>
      </form>
      {isShown && (
        <InsightsProvider
          backendUrl="/insights"
          range={range}
          onInsightsLoad={({ result }) => say(`${result.metric} has come`)}
          onInsightsSelect={({ points: [point] }) => say(`${point?.metric} of ${point?.day}: ${point?.value}`)}
          onInsightsError={({ error }) => say(`${error.code}: ${error.message}`)}
        >
          <div className="numbers">
            <InsightsMetricCard metric={metric} compare="previous_period" />
            <InsightsTrendChart metric={metric} />
            <InsightsDemographicsChart metric="follower_demographics" breakdown="age,gender" />
            <InsightsTrendChart heading="Our plan" result={plan} />
          </div>
        </InsightsProvider>
      )}
      <output>
        {said.map((line, at) => (
          <div key={at}>{line}</div>
        ))}
      </output>
    </>
  );
}
