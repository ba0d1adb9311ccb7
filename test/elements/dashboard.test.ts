// All of an account with one tag.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/dashboard/define.js';
import type { InsightsAccountHeader } from '../../src/elements/account-header/account-header.js';
import type { InsightsDashboard } from '../../src/elements/dashboard/dashboard.js';
import { cardsOf, defaultMetrics, panelsOf } from '../../src/elements/dashboard/panels.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { lateTakeAway } from '../../src/elements/late-take-away.js';
import { isInsightsError, metricNames, specOf } from '../../src/spec/index.js';
import {
  afterTest,
  backendUrl,
  clientOf,
  demoClient,
  guard,
  listen,
  make,
  nextFrame,
  settled,
  textOf,
  travel,
  watchFetch,
} from './harness.js';

const token = `EAAG${'x1Y2z3'.repeat(8)}`;

const client = demoClient();

const inside = (dashboard: InsightsDashboard, selector: string): Element[] => [
  ...(dashboard.shadowRoot?.querySelectorAll(selector) ?? []),
];
const answering = 'insights-metric-card, insights-trend-chart, insights-breakdown-chart, insights-demographics-chart';
const elementsOf = (dashboard: InsightsDashboard): InsightsElement[] =>
  inside(dashboard, answering) as InsightsElement[];
const metricsOf = (dashboard: InsightsDashboard, selector: string): (string | null)[] =>
  inside(dashboard, selector).map((element) => element.getAttribute('metric'));

async function show(properties: Partial<InsightsDashboard> = {}): Promise<InsightsDashboard> {
  const dashboard = make('insights-dashboard', { client, ...properties });
  await fixture<InsightsDashboard>(dashboard);
  await Promise.all(elementsOf(dashboard).map(settled));
  return dashboard;
}

describe('InsightsDashboard', () => {
  guard();

  it('without a word: who it is, the days, every number that Instagram still gives, and its charts', async () => {
    const dashboard = await show();
    expect(inside(dashboard, 'insights-account-header, insights-range-picker').length).to.equal(2);
    expect(metricsOf(dashboard, 'insights-metric-card')).to.deep.equal(cardsOf(defaultMetrics));
    expect(metricsOf(dashboard, 'insights-trend-chart')).to.deep.equal(['reach']);
    expect(elementsOf(dashboard).map(({ state }) => state)).to.deep.equal(elementsOf(dashboard).map(() => 'ready'));
    const account = inside(dashboard, 'insights-account-header')[0] as Element;
    await waitUntil(() => textOf(account).includes('18,420'));
  });

  it('shows no metric of its own accord that is retired, and every other one that a card or a chart can show', () => {
    const current = metricNames.filter((name) => {
      const { lifecycle, counts, kind, metricTypes }: ReturnType<typeof specOf> = specOf(name);
      const hasNumber = kind === 'demographic' || (counts !== 'people' && metricTypes.includes('total_value'));
      return lifecycle !== 'retired' && hasNumber;
    });
    expect([...defaultMetrics].sort()).to.deep.equal([...current].sort());
  });

  it('the metrics that the page names, in its order; a wrong one says so itself, and the others are there', async () => {
    const dashboard = await show({ metrics: ' likes, reech ,reach,likes,follower_demographics' });
    expect(metricsOf(dashboard, 'insights-metric-card')).to.deep.equal(['likes', 'reech', 'reach']);
    const states = elementsOf(dashboard).map(({ state, metric }) => `${metric} ${state}`);
    expect(states.filter((state) => !state.endsWith('ready'))).to.deep.equal(['reech error']);
    expect(textOf(inside(dashboard, '[metric=reech]')[0] as Element)).to.contain('Did you mean metric="reach"');
    dashboard.metrics = 'engaged_audience_demographics';
    await dashboard.updateComplete;
    expect(metricsOf(dashboard, answering)).to.deep.equal(['engaged_audience_demographics']);
    dashboard.metrics = 'likes,comments,replies';
    await dashboard.updateComplete;
    expect(metricsOf(dashboard, 'insights-breakdown-chart')).to.deep.equal(['likes', 'comments']);
    dashboard.metrics = '';
    await dashboard.updateComplete;
    expect([elementsOf(dashboard), textOf(dashboard, '.note')]).to.deep.equal([[], 'No metric is chosen.']);
    dashboard.removeAttribute('metrics');
    Object.assign(dashboard, { metrics: undefined });
    await dashboard.updateComplete;
    expect(elementsOf(dashboard).length).to.be.greaterThan(15);
  });

  it('a visitor chooses among them; the page is told first, and can keep the choice to itself', async () => {
    const dashboard = await show({ metrics: 'likes,reach,shares', choosable: true });
    const heard = listen('insights-change');
    const boxes = (): HTMLInputElement[] => inside(dashboard, 'input[type=checkbox]') as HTMLInputElement[];
    expect(boxes().map((box) => box.checked)).to.deep.equal([true, true, true]);
    boxes()[1]?.click();
    await dashboard.updateComplete;
    expect(metricsOf(dashboard, 'insights-metric-card')).to.deep.equal(['likes', 'shares']);
    expect(boxes().map((box) => box.checked)).to.deep.equal([true, false, true]);
    boxes()[1]?.click();
    await dashboard.updateComplete;
    expect(metricsOf(dashboard, 'insights-metric-card')).to.deep.equal(['likes', 'reach', 'shares']);
    expect(heard.map(({ settings }) => settings)).to.deep.equal([
      { metrics: 'likes,shares' },
      { metrics: 'likes,reach,shares' },
    ]);
    dashboard.addEventListener('insights-change', (event) => event.preventDefault(), { once: true });
    boxes()[0]?.click();
    await dashboard.updateComplete;
    expect([metricsOf(dashboard, 'insights-metric-card').length, boxes()[0]?.checked]).to.deep.equal([3, true]);
    dashboard.metrics = 'views';
    await dashboard.updateComplete;
    expect(boxes().length).to.equal(1);
    Object.assign(dashboard, { metrics: undefined });
    await dashboard.updateComplete;
    expect(boxes().length).to.equal(15);
    boxes()[0]?.click();
    await dashboard.updateComplete;
    expect([boxes().length, metricsOf(dashboard, 'insights-metric-card').length]).to.deep.equal([15, 13]);
    dashboard.setAttribute('metrics', 'likes');
    dashboard.removeAttribute('metrics');
    await dashboard.updateComplete;
    expect(boxes().filter((box) => box.checked).length).to.equal(15);
  });

  it('is a provider: its days reach what is inside, also what the page has put there, and its picker changes them', async () => {
    const dashboard = make('insights-dashboard', { client, metrics: 'likes', range: 'last_7_days' });
    dashboard.innerHTML = '<insights-metric-card metric="shares"></insights-metric-card>';
    await fixture<InsightsDashboard>(dashboard);
    const own = dashboard.querySelector('insights-metric-card') as InsightsElement;
    const [card] = elementsOf(dashboard) as [InsightsElement];
    await Promise.all([own, card].map(settled));
    const since = (): (string | undefined)[] => [own, card].map(({ result }) => result?.range?.since);
    expect(since()).to.deep.equal(['2024-03-08', '2024-03-08']);
    const picker = inside(dashboard, 'insights-range-picker')[0] as Element;
    const select = picker.shadowRoot?.querySelector('select') as HTMLSelectElement;
    select.value = 'last_14_days';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => since().every((day) => day === '2024-03-01'));
    expect(dashboard.range).to.equal('last_14_days');
  });

  it('account, locale, comparison: changed live for all it contains', async () => {
    const back = travel();
    try {
      const asked = watchFetch();
      const dashboard = make('insights-dashboard', { backendUrl: backendUrl(), metrics: 'likes,views' });
      await fixture<InsightsDashboard>(dashboard);
      await Promise.all(elementsOf(dashboard).map(settled));
      const [likes] = elementsOf(dashboard) as [InsightsElement];
      const english = textOf(likes, '[part=value]');
      dashboard.locale = 'de';
      await waitUntil(() => textOf(likes, '[part=value]') === english.replace(',', '.'));
      dashboard.compare = 'previous_period';
      await waitUntil(() => likes.results.length === 2);
      asked.length = 0;
      dashboard.account = 'second';
      await waitUntil(() => asked.length > 0);
      expect(asked.every((url) => url.includes('/second'))).to.equal(true);
    } finally {
      back();
    }
  });

  for (const width of [320, 480, 640, 800, 1000, 1280, 1600]) {
    it(`${width} px wide: nothing sticks out, nothing overlaps`, async () => {
      const host = await fixture<HTMLElement>('<div></div>');
      host.style.width = `${width}px`;
      const dashboard = make('insights-dashboard', { client, choosable: true, compare: 'previous_period' });
      host.append(dashboard);
      await Promise.all(elementsOf(dashboard).map(settled));
      await nextFrame();
      const box = dashboard.getBoundingClientRect();
      const boxes = [
        ...elementsOf(dashboard),
        ...inside(dashboard, 'insights-account-header, insights-range-picker, .chooser'),
      ].map((element) => element.getBoundingClientRect());
      for (const { left, right } of boxes) {
        expect(left).to.be.at.least(box.left - 0.5);
        expect(right).to.be.at.most(box.right + 0.5);
      }
      const overlaps = boxes.filter((a, at) =>
        boxes.some(
          (b, other) =>
            other > at && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
        ),
      );
      expect(overlaps.length).to.equal(0);
      const columns = new Set(boxes.slice(0, 14).map(({ left }) => Math.round(left))).size;
      expect(columns).to.equal({ 320: 1, 480: 2, 640: 2, 800: 3, 1000: 4, 1280: 5, 1600: 6 }[width]);
    });
  }

  it('a token on it: nothing is asked, and it is not shown', async () => {
    const asked = watchFetch();
    const errors = listen('insights-error');
    const dashboard = make('insights-dashboard', { backendUrl: '/insights', choosable: true });
    dashboard.setAttribute('metrics', `likes,${token}`);
    await fixture<InsightsDashboard>(dashboard);
    await waitUntil(() => errors.some(({ error }) => error.code === 'secret'));
    expect(asked).to.deep.equal([]);
    const texts = [dashboard, ...elementsOf(dashboard)].map((element) => textOf(element)).join(' ');
    expect(texts).to.not.contain(token);
  });

  it('is accessible, and its chooser is a popover that Escape closes', async () => {
    const dashboard = await show({ metrics: 'likes,reach', choosable: true });
    await expect(dashboard).to.be.accessible();
    const list = inside(dashboard, '[popover]')[0] as HTMLElement;
    (inside(dashboard, '.chooser')[0] as HTMLElement).click();
    expect(list.matches(':popover-open')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(list.matches(':popover-open')).to.equal(false);
  });

  it('panels are data: each names a metric and a breakdown that go together', () => {
    for (const { metric, breakdown } of panelsOf(defaultMetrics)) {
      const { breakdowns }: ReturnType<typeof specOf> = specOf(metric);
      for (const name of breakdown?.split(',') ?? []) expect(breakdowns, metric).to.include(name);
    }
  });
});

describe('InsightsDashboard: taking it away', () => {
  guard();

  const menuOf = (element: Element): HTMLButtonElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLButtonElement>('button[part=menu]');

  it('toCSV has every number inside, also of elements that the page has put there, and none twice', async () => {
    const dashboard = make('insights-dashboard', { client, metrics: 'reach,likes' });
    const own = make('insights-breakdown-chart', { metric: 'views', breakdown: 'follow_type' });
    const again = make('insights-metric-card', { metric: 'likes' });
    const box = document.createElement('div');
    box.append(own, again);
    dashboard.append(box);
    await fixture<InsightsDashboard>(dashboard);
    await Promise.all([...elementsOf(dashboard), own, again].map(settled));
    const [, ...rows] = dashboard.toCSV().trim().split('\r\n');
    expect([...new Set(rows.map((row) => row.split(',')[0]))]).to.deep.equal(['reach', 'likes', 'views']);
    expect(rows.length).to.equal(new Set(rows).size);
    // Without a day, a dimension, a value and a name.
    expect(rows.filter((row) => /^likes,.*,\d{4}-\d\d-\d\d,,,,,\d+,/.test(row)).length).to.equal(1);
  });

  it('toText is what its elements say, the account first, those of the page last, with a line between', async () => {
    const dashboard = make('insights-dashboard', { client, metrics: 'reach,likes' });
    dashboard.innerHTML = '<p><insights-metric-card metric="shares"></insights-metric-card></p>';
    await fixture<InsightsDashboard>(dashboard);
    const own = dashboard.querySelector('insights-metric-card') as InsightsElement;
    const shown = [...elementsOf(dashboard), own];
    await Promise.all(shown.map(settled));
    const account = inside(dashboard, 'insights-account-header')[0] as InsightsAccountHeader;
    await waitUntil(() => account.state === 'ready');
    await account.updateComplete;
    const texts = (await dashboard.toText()).split('\n\n———\n\n');
    expect(texts[0]).to.equal(
      `Studio Lind\n\n@studio.lind\n18,420 followers\n${account.profile?.mediaCount} posts\n\nsample data`,
    );
    expect(texts.slice(1)).to.deep.equal(await Promise.all(shown.map((element) => element.toText())));
    expect(texts.slice(1).map((text) => text.split('\n')[0])).to.deep.equal([
      'Reach',
      'Likes',
      'Reach by day',
      'Likes by kind of post',
      'Shares',
    ]);
  });

  it('leaves out whoever has nothing to say yet; a part that could not be had is an error of ours', async () => {
    const waiting = clientOf(() => new Promise(() => {}));
    const dashboard = make('insights-dashboard', { client: waiting, metrics: 'likes' });
    expect(await dashboard.toText()).to.equal('');
    await fixture<InsightsDashboard>(dashboard);
    await Promise.all(elementsOf(dashboard).map(({ updateComplete }) => updateComplete));
    expect(await dashboard.toText()).to.equal('Likes\n\n———\n\nLikes by kind of post');
    const { others } = lateTakeAway;
    afterTest(() => Object.assign(lateTakeAway, { others }));
    lateTakeAway.others = () => Promise.reject(new TypeError('offline'));
    const failure: unknown = await dashboard.toText().catch((error: unknown) => error);
    expect(isInsightsError(failure) && failure.code).to.equal('network');
  });

  it('its menu opens, offers text and CSV, and closes; no-menu hides it and all inside', async () => {
    const dashboard = await show({ metrics: 'likes' });
    const button = menuOf(dashboard);
    expect(button?.ariaLabel).to.equal('More for all of these numbers');
    button?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => inside(dashboard, '[role=menuitem]').length > 0, 'no menu', { timeout: 8000 });
    expect(inside(dashboard, '[role=menuitem]').map(({ textContent }) => textContent)).to.deep.equal([
      'Copy as text',
      'Download CSV',
    ]);
    // What is said of the account is in it.
    expect(menuOf(inside(dashboard, 'insights-account-header')[0] as Element)).to.equal(null);
    await expect(dashboard).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(inside(dashboard, '.menu-place')).to.deep.equal([]);
    expect(elementsOf(dashboard).map((element) => Boolean(menuOf(element)))).to.deep.equal(
      elementsOf(dashboard).map(() => true),
    );
    dashboard.noMenu = true;
    await dashboard.updateComplete;
    await Promise.all(elementsOf(dashboard).map(({ updateComplete }) => updateComplete));
    expect([dashboard, ...elementsOf(dashboard)].flatMap((element) => menuOf(element) ?? [])).to.deep.equal([]);
  });
});
