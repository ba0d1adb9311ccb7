/** The page about all elements: which there are, and what may be asked of each metric. */
import { metricsOf } from '../../src/check/attribute-values.js';
import { metricNames, metrics } from '../../src/spec/index.js';
import { elements } from './element-page.js';
import { metricText, tableOf, valuesTable } from './registry-text.js';

export function elementsText(): string {
  const rows = elements.map(({ tag, summary }) => [
    `[\`${tag}\`](/elements/${tag.replace('insights-', '')}/)`,
    summary,
  ]);
  const demographic = metricNames.filter((name) => metrics[name].kind === 'demographic');
  const others = metricNames.filter((name) => !demographic.includes(name));
  const shown = metricNames.map((name) => [
    metricText(name),
    metrics[name].label,
    elements
      .filter(({ tag }) => metricsOf(tag).includes(name))
      .map(({ tag }) => `[${tag.replace('insights-', '')}](/elements/${tag.replace('insights-', '')}/)`)
      .join(', ') || '–',
  ]);
  return `# All elements

Each is a tag of its own. Attributes carry Instagram's own names and values; a wrong one never sends a request, and the element
says what is wrong, what is allowed and what was probably meant.

${tableOf(['tag', 'what it is'], rows)}

## Which element shows which metric

${tableOf(['metric', 'name', 'elements'], shown)}

## What may be asked: numbers

${valuesTable(others)}

## What may be asked: demographics

${valuesTable(demographic)}
`;
}
