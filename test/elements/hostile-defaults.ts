// What a host may have set in `Chart.defaults`: nothing of it may reach a chart of ours.
import { Chart } from 'chart.js';

const { elements, datasets, font, scale } = Chart.defaults;
const { border, grid, ticks, title } = scale as unknown as Record<'border' | 'grid' | 'ticks' | 'title', object>;

/** A name, what is changed, and to what. */
export const hostileDefaults = (): readonly (readonly [string, object, object])[] => [
  [
    'animation',
    Chart.defaults,
    { animation: { duration: 5000 }, transitions: { active: { animation: { duration: 900 } } } },
  ],
  ['colours', Chart.defaults, { color: 'red', backgroundColor: 'red', borderColor: 'red' }],
  ['density', Chart.defaults, { devicePixelRatio: 3 }],
  ['layout', Chart.defaults, { layout: { padding: 40 }, responsive: true, maintainAspectRatio: true, aspectRatio: 3 }],
  ['direction', Chart.defaults, { indexAxis: 'x', locale: 'de', parsing: { xAxisKey: 'z' }, normalized: true }],
  ['pointing', Chart.defaults, { interaction: { mode: 'dataset', intersect: true }, hover: { mode: 'dataset' } }],
  ['font', font, { family: 'monospace', size: 30, weight: 'bold', style: 'italic', lineHeight: 3 }],
  ['bars', elements.bar, { backgroundColor: 'red', borderWidth: 9, borderColor: 'lime', borderRadius: 0 }],
  ['inflated bars', elements.bar, { inflateAmount: 20, borderSkipped: false, pointStyle: 'star' }],
  ['thin bars', datasets.bar, { barThickness: 3, maxBarThickness: 4, categoryPercentage: 0.1, barPercentage: 0.1 }],
  ['long bars', datasets.bar, { minBarLength: 50, base: 40, grouped: true, skipNull: true, clip: 0, hidden: true }],
  [
    'lines',
    elements.line,
    {
      tension: 0.8,
      borderWidth: 9,
      borderColor: 'red',
      backgroundColor: 'red',
      fill: true,
      stepped: true,
      spanGaps: true,
    },
  ],
  [
    'dashes',
    elements.line,
    { borderDash: [9, 9], borderDashOffset: 4, borderCapStyle: 'square', borderJoinStyle: 'bevel' },
  ],
  ['line datasets', datasets.line, { showLine: false, spanGaps: true, clip: 0, hidden: true }],
  ['points', elements.point, { radius: 12, pointStyle: 'star', borderWidth: 5, backgroundColor: 'red', rotation: 30 }],
  [
    'arcs',
    elements.arc,
    { borderWidth: 9, borderColor: 'red', offset: 20, borderRadius: 20, spacing: 10, circular: false },
  ],
  ['rings', datasets.doughnut, { cutout: '10%', rotation: 90, circumference: 180, radius: '40%', spacing: 9 }],
  ['scales', scale, { grace: '50%', bounds: 'data', clip: false, offset: true, reverse: true, weight: 5 }],
  [
    'filled scales',
    scale,
    { backgroundColor: 'red', stacked: true, min: 20, max: 50, suggestedMax: 4000, display: false },
  ],
  ['axis lines', border, { display: true, width: 9, color: 'red' }],
  ['grid lines', grid, { display: true, lineWidth: 9, drawTicks: true, tickLength: 30, color: 'red', offset: true }],
  ['axis titles', title, { display: true, text: 'Host' }],
  [
    'tick texts',
    ticks,
    { color: 'red', padding: 40, display: false, textStrokeWidth: 4, textStrokeColor: 'red', major: { enabled: true } },
  ],
  ['tick grounds', ticks, { showLabelBackdrop: true, backdropPadding: 30, backdropColor: 'red' }],
  [
    'tick places',
    ticks,
    { labelOffset: 20, maxRotation: 90, minRotation: 40, mirror: true, align: 'end', crossAlign: 'near', z: 3 },
  ],
  [
    'tick counts',
    ticks,
    { autoSkip: true, autoSkipPadding: 90, maxTicksLimit: 2, sampleSize: 1, includeBounds: false },
  ],
];

/** Sets a change. @returns what takes it back */
export function impose(target: object, change: object): () => void {
  const before = Object.keys(change).map((key) => [key, Object.hasOwn(target, key), Reflect.get(target, key)] as const);
  Object.assign(target, change);
  return () => {
    for (const [key, had, value] of before) {
      if (had) Reflect.set(target, key, value);
      else Reflect.deleteProperty(target, key);
    }
  };
}
