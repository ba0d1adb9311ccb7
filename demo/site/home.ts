/** The first page, in Markdown. */
import { addressOf } from '../builder/snippets.js';
import { readRelease } from './release.js';

const release = readRelease();

/** What is pasted into a page: it shows samples at once. */
export const pasted = `<script type="module" src="${addressOf(release)}/insights-elements.js"
  integrity="${release.integrity}"
  crossorigin="anonymous"></script>

<insights-provider demo compare="previous_period">
  <insights-metric-card metric="reach"></insights-metric-card>
  <insights-trend-chart metric="reach"></insights-trend-chart>
</insights-provider>`;

/** What is alive on the page: over the backend of \`npm start\`, over samples made in the page elsewhere. */
export const hero = `<insights-provider demo compare="previous_period">
  <insights-metric-card metric="reach"></insights-metric-card>
  <insights-metric-card metric="views"></insights-metric-card>
  <insights-metric-card metric="likes"></insights-metric-card>
  <insights-trend-chart metric="reach"></insights-trend-chart>
  <insights-demographics-chart metric="follower_demographics" breakdown="age,gender"></insights-demographics-chart>
</insights-provider>`;

export const homeText = (): string => `# Instagram insights, on any page

Custom elements that put an Instagram account's numbers into a client's dashboard, a media kit, a product - and the small
backend that keeps the access token off that page.

[Get started](docs/getting-started.md) [Build an embed](/builder/)

\`\`\`html live bare
${hero}
\`\`\`

## Paste this

It shows samples at once, and says so. \`backend-url="/insights"\` in place of \`demo\` shows an account of yours.

\`\`\`html
${pasted}
\`\`\`

Or install it: \`npm install insights-elements\`. React, Vue, Svelte and Angular take the same tags.

## Why not a chart and a proxy of your own?

Because the numbers are the hard part.

- **Unique counts are never added up.** Reach of 28 days is not the sum of 28 days of reach. A card asks Instagram for the total
  of its window, and says so where there is none.
- **Days are Instagram's days.** Midnight to midnight on the US Pacific coast, clock changes included.
- **Missing is not zero.** Not reported yet, too few followers, not shared, not offered: a reason is named on evidence only.
- **Metrics come and go.** What each Graph version retired or renamed is data in here. A wrong value sends no request.
- **The token stays on the backend.** No attribute, event, log line, error text or address that a browser sees carries it.
- **A good guest.** No cookies, no storage unless asked, no telemetry, no host that you did not name. Works under a strict
  Content-Security-Policy with Trusted Types.

[What the numbers mean, and why other tools show others](docs/numbers.md)

## How light

A page of number cards loads at most 32 kB (gzip); the chart library comes with the first chart, the map with the first map, a
language with the page that speaks it. Twelve cards and fifteen demographics charts are eight calls.

## Where to go

- [Get a token](docs/token.md), then run [the backend](docs/backend.md), or [none](docs/snapshots.md).
- [All elements](/elements/), each alive, with its attributes.
- [The embed builder](/builder/) offers what is legal, and writes the code.
- [A whole dashboard](/dashboard/) and [the gallery](/gallery/) of every state.
- [Troubleshooting](docs/errors.md) by error code.
`;
