// Each example's own type checker: it takes the example as it is, and finds what is wrong in a file beside it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** One wrong thing a line. */
const react = `import { InsightsDemographicsChart, InsightsMetricCard, InsightsProvider } from 'insights-elements/react';
import { createRef } from 'react';
export const right = <InsightsMetricCard ref={createRef<HTMLElementTagNameMap['insights-metric-card']>()} key="a" className="b" id="c" metric="saved" daily />;
export const wrong = [
  <InsightsMetricCard metric="likes" period="lifetime" />,
  <InsightsMetricCard metric="reech" />,
  <InsightsMetricCard metric="likes" colour="red" />,
  <InsightsMetricCard metric="likes" state="ready" />,
  <InsightsMetricCard metric="likes" onInsightsLoad={({ result }) => result.sum} />,
  <InsightsDemographicsChart metric="follower_demographics" range="last_7_days" />,
  <InsightsProvider backendURL="/insights" />,
];
`;

const vue = `<template>
  <insights-metric-card metric="saved" class="b" id="c" daily @insights-load="({ result }) => result.total" />
  <insights-metric-card metric="likes" period="lifetime" />
  <insights-metric-card metric="reech" />
  <insights-metric-card metric="likes" @insights-load="({ result }) => result.sum" />
  <insights-demographics-chart metric="follower_demographics" range="last_7_days" />
</template>
<script setup lang="ts"></script>
`;

const svelte = `<script lang="ts"></script>
<insights-metric-card metric="saved" class="b" id="c" daily oninsights-load={({ result }) => result.total}></insights-metric-card>
<insights-metric-card metric="likes" period="lifetime"></insights-metric-card>
<insights-metric-card metric="reech"></insights-metric-card>
<insights-metric-card metric="likes" colour="red"></insights-metric-card>
<insights-metric-card metric="likes" oninsights-load={({ result }) => result.sum}></insights-metric-card>
<insights-demographics-chart metric="follower_demographics" range="last_7_days"></insights-demographics-chart>
`;

interface Wrong {
  readonly file: string;
  readonly text: string;
  /** The lines that the checker has to find, and no others. */
  readonly lines: readonly number[];
}

const wrongs: Readonly<Record<string, Wrong>> = {
  react: { file: 'Wrong.tsx', text: react, lines: [5, 6, 7, 8, 9, 10, 11] },
  vue: { file: 'Wrong.vue', text: vue, lines: [3, 4, 5, 6] },
  svelte: { file: 'Wrong.svelte', text: svelte, lines: [3, 4, 5, 6, 7] },
};

/** Where a checker says that something is wrong: `src/App.tsx(3,4)`, or `src/App.svelte" 3:4`. */
const places = /src\/([\w.]+)(?:\((\d+),\d+\): error|" (\d+):\d+)/g;

export async function isTyped(app: string, example: string): Promise<void> {
  const wrong = wrongs[example];
  if (wrong) writeFileSync(join(app, 'src', wrong.file), wrong.text);
  const flags = example === 'svelte' ? ['--', '--output', 'machine'] : [];
  const said = await promisify(execFile)('npm', ['run', 'check', ...flags], { cwd: app }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
  const found = [...said.matchAll(places)].map(([, file, line, other]) => `${file} ${line ?? other}`);
  const expected = wrong?.lines.map((line) => `${wrong.file} ${line}`) ?? [];
  assert.deepEqual([...new Set(found)], expected, said);
}
