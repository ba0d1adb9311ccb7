import { expect, fixture, fixtureSync } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/provider/define.js';
import '../../src/elements/range-picker/define.js';
import type { ProviderSettings } from '../../src/elements/context.js';
import type { InsightsProvider } from '../../src/elements/provider/provider.js';
import type { InsightsRangePicker } from '../../src/elements/range-picker/range-picker.js';
import { rangeNames } from '../../src/spec/index.js';
import { needing } from './engine.js';
import { afterTest, clientOf, days, guard, listen, make, nextTask, textOf, totals, travel } from './harness.js';

type Picker = InsightsRangePicker;

const client = clientOf(({ metric }) => totals(metric, 1));

/** A provider in 2024 with a picker of the given attributes inside. */
async function provide(
  properties: Partial<InsightsProvider> = {},
  html = '<insights-range-picker></insights-range-picker>',
): Promise<[Picker, InsightsProvider, ...Picker[]]> {
  const provider = make('insights-provider', { client, ...properties });
  provider.innerHTML = html;
  await fixture(provider);
  const [picker, ...others] = provider.querySelectorAll('insights-range-picker');
  return [picker as Picker, provider, ...others];
}

const find = <T extends HTMLElement>(picker: Picker, selector: string): T => {
  const found = picker.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
const selectOf = (picker: Picker, label = 'Days'): HTMLSelectElement => find(picker, `select[aria-label="${label}"]`);
const offered = (picker: Picker, label?: string): string[] =>
  [...selectOf(picker, label).options].filter((option) => !option.hidden).map(({ value }) => value);
const dateOf = (picker: Picker, name: 'since' | 'until'): HTMLInputElement => find(picker, `input[name=${name}]`);
const hasDates = (picker: Picker): boolean => picker.shadowRoot?.querySelector('input[type=date]') !== null;
const messageOf = (picker: Picker): string => {
  const message = picker.shadowRoot?.querySelector<HTMLElement>('[part=message]');
  return message?.checkVisibility() ? textOf(picker, '[part=message]') : '';
};
const settle = async (...pickers: Picker[]): Promise<void> => {
  await nextTask();
  for (const picker of pickers) await picker.updateComplete;
};

async function choose(picker: Picker, value: string, label?: string): Promise<void> {
  const select = selectOf(picker, label);
  select.value = value;
  expect(select.value, 'is offered').to.equal(value);
  select.dispatchEvent(new Event('change'));
  await settle(picker);
}

async function setDay(picker: Picker, name: 'since' | 'until', value: string): Promise<void> {
  const input = dateOf(picker, name);
  input.value = value;
  input.dispatchEvent(new Event('change'));
  await settle(picker);
}

/** What changes are told to the page. */
const changes = (target?: EventTarget): ProviderSettings[] =>
  new Proxy(listen('insights-change', target), {
    get: (events, key) =>
      Reflect.get(
        events.map(({ settings }) => settings),
        key,
      ),
  }) as unknown as ProviderSettings[];

const daysOf = ({ range, since, until }: InsightsProvider): unknown => ({ range, since, until });

describe('InsightsRangePicker', () => {
  guard();

  describe('what it shows', () => {
    const cases: readonly (readonly [string, Partial<InsightsProvider>, string, string | undefined])[] = [
      ['nothing set', {}, 'Last 28 days', 'Feb 16 – Mar 14'],
      ['a preset', { range: 'last_7_days' }, 'Last 7 days', 'Mar 8 – 14'],
      ['the month so far', { range: 'this_month' }, 'This month', 'Mar 1 – 15'],
      ['a month, which is a leap year’s', { range: 'prev_month' }, 'Previous month', 'Feb 1 – 29'],
      ['days over the new year', { range: 'last_90_days' }, 'Last 90 days', 'Dec 16, 2023 – Mar 14, 2024'],
      ['days of its own', days, 'Custom days', 'Feb 14 – Mar 12'],
      ['days with spaces around', { since: ' 2024-02-14', until: '2024-03-12 ' }, 'Custom days', 'Feb 14 – Mar 12'],
      ['days to come, which are left out', { since: '2024-03-10', until: '2024-03-30' }, 'Custom days', 'Mar 10 – 15'],
      ['a single day', { since: '2024-03-10', until: '2024-03-10' }, 'Custom days', 'Mar 10'],
      ['no preset', { range: 'last_week' }, 'Choose days', undefined],
      ['the name of a member of every object', { range: 'constructor' }, 'Choose days', undefined],
      ['one day of two', { since: '2024-02-14' }, 'Choose days', undefined],
      ['the last day of two', { until: '2024-02-14' }, 'Choose days', undefined],
      ['no real day', { since: '2024-02-30', until: '2024-03-12' }, 'Choose days', undefined],
      ['days in the wrong order', { since: days.until, until: days.since }, 'Choose days', undefined],
      ['two things at once', { range: 'last_7_days', ...days }, 'Choose days', undefined],
      ['what looks like a token', { range: 'EAAGm0PX4ZCpsBAexampleexample' }, 'Choose days', undefined],
    ];
    for (const [name, set, label, dates] of cases) {
      it(`of a provider with ${name}: ${label}`, async () => {
        const [picker] = await provide(set);
        expect(textOf(picker, '.name')).to.equal(label);
        const shownDates = picker.shadowRoot?.querySelector('[part=value]')?.textContent;
        expect(shownDates?.replaceAll(/\s/g, ' ')).to.equal(dates);
        expect(picker.shadowRoot?.textContent).to.not.contain('EAAG');
      });
    }

    it('says them in its own language, else in that of the provider, else in that of the page', async () => {
      const [picker, provider] = await provide(
        { range: 'prev_month', locale: 'de' },
        '<insights-range-picker lang="fr"></insights-range-picker>',
      );
      expect(textOf(picker, '[part=value]')).to.equal('1.–29. Feb.');
      provider.locale = '';
      await settle(picker);
      expect(textOf(picker, '[part=value]')).to.equal('1–29 févr.');
      picker.locale = 'en';
      await settle(picker);
      expect(textOf(picker, '[part=value]').replaceAll(/\s/g, ' ')).to.equal('Feb 1 – 29');
    });

    it('follows a provider that the page changes, at once and also back to nothing', async () => {
      const [picker, provider] = await provide({ range: 'last_7_days' });
      provider.setAttribute('range', 'last_14_days');
      await settle(picker);
      expect([textOf(picker, '.name'), selectOf(picker).value]).to.deep.equal(['Last 14 days', 'last_14_days']);
      provider.removeAttribute('range');
      await settle(picker);
      expect([textOf(picker, '.name'), selectOf(picker).value]).to.deep.equal(['Last 28 days', 'last_28_days']);
      Object.assign(provider, days);
      await settle(picker);
      expect([dateOf(picker, 'since').value, dateOf(picker, 'until').value]).to.deep.equal([days.since, days.until]);
    });

    it('follows the provider that it is moved to, and leaves the other one alone', async () => {
      const [picker, first] = await provide({ range: 'last_7_days' });
      const second = await fixture<InsightsProvider>(make('insights-provider', { client, range: 'last_14_days' }));
      second.append(picker);
      await settle(picker);
      expect(textOf(picker, '.name')).to.equal('Last 14 days');
      await choose(picker, 'last_90_days');
      expect([first.range, second.range]).to.deep.equal(['last_7_days', 'last_90_days']);
      first.range = 'prev_month';
      await settle(picker);
      expect(textOf(picker, '.name')).to.equal('Last 90 days');
    });
  });

  describe('what it offers', () => {
    const all = [...rangeNames, 'custom'];
    const cases: readonly (readonly [string, string, Partial<InsightsProvider>, readonly string[]])[] = [
      ['everything', '', {}, all],
      ['everything, without custom days', 'no-custom', {}, [...rangeNames]],
      [
        'presets in their order',
        'presets="prev_month, last_28_days,last_7_days"',
        {},
        ['prev_month', 'last_28_days', 'last_7_days', 'custom'],
      ],
      [
        'no preset twice, and none that is unknown',
        'presets="last_28_days,last_week,last_28_days,constructor,,"',
        {},
        ['last_28_days', 'custom'],
      ],
      [
        'what the provider has, although not named',
        'presets="last_7_days"',
        { range: 'prev_month' },
        ['last_7_days', 'prev_month', 'custom'],
      ],
      ['custom days, which the provider has', 'presets="last_7_days" no-custom', days, ['last_7_days', 'custom']],
      ['no preset at all', 'presets=""', {}, ['last_28_days', 'custom']],
      ['everything where nothing is chosen', '', { range: 'last_week' }, all],
    ];
    for (const [name, attributes, set, expected] of cases) {
      it(name, async () => {
        const [picker] = await provide(set, `<insights-range-picker ${attributes}></insights-range-picker>`);
        expect(offered(picker)).to.deep.equal(expected);
        expect(hasDates(picker)).to.equal(set === days && !attributes.includes('no-custom'));
      });
    }

    it('its attributes can change', async () => {
      const [picker] = await provide();
      expect(picker.shadowRoot?.querySelectorAll('select, input').length).to.equal(1);
      Object.assign(picker, { presets: 'last_28_days', timeframes: true, comparison: true, noCustom: true });
      await settle(picker);
      expect(offered(picker)).to.deep.equal(['last_28_days']);
      expect(picker.shadowRoot?.querySelectorAll('select, input').length).to.equal(3);
    });

    const at = (instant: string): Partial<InsightsProvider> => ({
      client: Object.freeze({ ...client, now: () => Date.parse(instant) }),
    });
    const ofTimeframes: readonly (readonly [string, Partial<InsightsProvider>, string, readonly string[]])[] = [
      [
        'in 2024: each name once',
        {},
        'this_month',
        ['last_14_days', 'last_90_days', 'prev_month', 'this_month', 'this_week'],
      ],
      [
        'in 2024 of a provider that has another one of a name',
        { timeframe: 'last_30_days' },
        'last_30_days',
        ['last_14_days', 'last_30_days', 'last_90_days', 'prev_month', 'this_week'],
      ],
      ['after some were retired', at('2026-11-24T12:00:00Z'), 'this_month', ['this_month', 'this_week']],
      [
        'after some were retired, of a provider that has one of them',
        { ...at('2026-11-24T12:00:00Z'), timeframe: 'last_90_days' },
        'last_90_days',
        ['last_90_days', 'this_month', 'this_week'],
      ],
      [
        'in a version that retired them early',
        { client: clientOf(() => ({}), 'v20.0') },
        'this_month',
        ['this_month', 'this_week'],
      ],
      [
        'of a provider with none that is one',
        { timeframe: 'yesterday' },
        'this_month',
        ['last_14_days', 'last_90_days', 'prev_month', 'this_month', 'this_week'],
      ],
    ];
    for (const [name, set, chosen, expected] of ofTimeframes) {
      it(`timeframes ${name}`, async () => {
        const [picker] = await provide(set, '<insights-range-picker timeframes></insights-range-picker>');
        expect(offered(picker, 'Demographics')).to.deep.equal(expected);
        expect(selectOf(picker, 'Demographics').value).to.equal(chosen);
      });
    }
  });

  describe('a choice', () => {
    it('of a preset clears the days that were set', async () => {
      const [picker, provider] = await provide(days);
      const told = changes();
      await choose(picker, 'last_90_days');
      expect(told).to.deep.equal([{ range: 'last_90_days', since: undefined, until: undefined }]);
      expect(daysOf(provider)).to.deep.equal({ range: 'last_90_days', since: undefined, until: undefined });
      expect([textOf(picker, '.name'), hasDates(picker)]).to.deep.equal(['Last 90 days', false]);
    });

    it('of custom days shows the days on screen, asks nothing yet, and clears the preset once days are set', async () => {
      const [picker, provider] = await provide({ range: 'last_7_days' });
      const told = changes();
      await choose(picker, 'custom');
      expect([dateOf(picker, 'since').value, dateOf(picker, 'until').value]).to.deep.equal([
        '2024-03-08',
        '2024-03-14',
      ]);
      expect([textOf(picker, '.name'), selectOf(picker).value]).to.deep.equal(['Custom days', 'custom']);
      expect(told).to.deep.equal([]);
      await setDay(picker, 'since', '2024-03-01');
      const settings = { range: undefined, since: '2024-03-01', until: '2024-03-14' };
      expect(told).to.deep.equal([settings]);
      expect(daysOf(provider)).to.deep.equal(settings);
      expect([textOf(picker, '.name'), hasDates(picker)]).to.deep.equal(['Custom days', true]);
      expect(textOf(picker, '[part=value]').replaceAll(/\s/g, ' ')).to.equal('Mar 1 – 14');
    });

    it('of custom days and then of the preset that is set changes nothing', async () => {
      const [picker] = await provide({ range: 'last_7_days' });
      const told = changes();
      await choose(picker, 'custom');
      await choose(picker, 'last_7_days');
      expect([told.length, hasDates(picker), textOf(picker, '.name')]).to.deep.equal([0, false, 'Last 7 days']);
    });

    it('that was begun is given up when the page sets other days', async () => {
      const [picker, provider] = await provide({ range: 'last_7_days' });
      await choose(picker, 'custom');
      await setDay(picker, 'since', '2024-03-15');
      expect(messageOf(picker)).to.not.equal('');
      provider.range = 'last_14_days';
      await settle(picker);
      expect([hasDates(picker), textOf(picker, '.name')]).to.deep.equal([false, 'Last 14 days']);
      await choose(picker, 'custom');
      expect([dateOf(picker, 'since').value, messageOf(picker)]).to.deep.equal(['2024-03-01', '']);
    });

    it('that was begun stays when the page changes something else', async () => {
      const [picker, provider] = await provide({ range: 'last_7_days' });
      await choose(picker, 'custom');
      await setDay(picker, 'since', '2024-03-15');
      provider.locale = 'de';
      await settle(picker);
      expect([dateOf(picker, 'since').value, hasDates(picker)]).to.deep.equal(['2024-03-15', true]);
    });

    it('of a timeframe', async () => {
      const [picker, provider] = await provide(
        { range: 'last_7_days' },
        '<insights-range-picker timeframes></insights-range-picker>',
      );
      const told = changes();
      await choose(picker, 'this_week', 'Demographics');
      expect(told).to.deep.equal([{ timeframe: 'this_week' }]);
      expect([provider.timeframe, provider.range]).to.deep.equal(['this_week', 'last_7_days']);
    });

    it('to compare, and not to, with the dates of what is compared with', async () => {
      const [picker, provider] = await provide(
        { range: 'last_7_days' },
        '<insights-range-picker comparison></insights-range-picker>',
      );
      const told = changes();
      const box = find<HTMLInputElement>(picker, 'input[type=checkbox]');
      expect([box.checked, textOf(picker, '.check')]).to.deep.equal([false, 'Compare with the days before']);
      box.click();
      await settle(picker);
      expect([provider.compare, box.checked]).to.deep.equal(['previous_period', true]);
      expect(textOf(picker, '.check .caption').replaceAll(/\s/g, ' ')).to.equal('Mar 1 – 7');
      box.click();
      await settle(picker);
      expect([provider.compare, box.checked]).to.deep.equal(['', false]);
      expect(told).to.deep.equal([{ compare: 'previous_period' }, { compare: '' }]);
      provider.setAttribute('compare', 'previous_period');
      await settle(picker);
      expect(box.checked).to.equal(true);
    });

    it('reaches every picker of the provider, and none of another', async () => {
      const pair = '<insights-range-picker></insights-range-picker>'.repeat(2);
      const [one, provider, two] = await provide({ range: 'last_7_days' }, pair);
      const [other] = await provide({ range: 'last_7_days' });
      await choose(one, 'last_14_days');
      await settle(two as Picker, other);
      const names = [one, two as Picker, other].map((picker) => textOf(picker, '.name'));
      expect(names).to.deep.equal(['Last 14 days', 'Last 14 days', 'Last 7 days']);
      await choose(two as Picker, 'custom');
      await setDay(two as Picker, 'since', '2024-03-02');
      await settle(one);
      expect([dateOf(one, 'since').value, provider.range]).to.deep.equal(['2024-03-02', undefined]);
    });

    const prevented: readonly (readonly [string, (picker: Picker) => Promise<void> | void])[] = [
      ['a preset', (picker) => choose(picker, 'last_90_days')],
      ['a timeframe', (picker) => choose(picker, 'this_week', 'Demographics')],
      ['the comparison', (picker) => find(picker, 'input[type=checkbox]').click()],
      [
        'custom days',
        async (picker) => {
          await choose(picker, 'custom');
          await setDay(picker, 'since', '2024-03-01');
        },
      ],
    ];
    for (const [name, act] of prevented) {
      for (const isInside of [true, false]) {
        it(`of ${name} that the page prevents is not kept ${isInside ? 'by the provider' : 'without one'}`, async () => {
          afterTest(travel());
          const html = '<insights-range-picker comparison timeframes></insights-range-picker>';
          const [picker, owner] = isInside
            ? await provide({ range: 'last_7_days' }, html)
            : Array<Picker>(2).fill(Object.assign(await fixture<Picker>(html), { range: 'last_7_days' }));
          if (!picker || !owner) throw new Error('There is no picker');
          await settle(picker);
          const told = changes();
          const prevent = (event: Event): void => event.preventDefault();
          document.addEventListener('insights-change', prevent);
          afterTest(() => document.removeEventListener('insights-change', prevent));
          await act(picker);
          await settle(picker);
          expect(told.length).to.equal(1);
          const { range, since, until, compare, timeframe } = owner;
          expect([range, since, until, compare, timeframe]).to.deep.equal(['last_7_days', ...Array(4).fill(undefined)]);
          expect(selectOf(picker, 'Demographics').value).to.equal('this_month');
          expect(find<HTMLInputElement>(picker, 'input[type=checkbox]').checked).to.equal(false);
          if (hasDates(picker)) expect(dateOf(picker, 'since').value).to.equal('2024-03-08');
          else expect(selectOf(picker).value).to.equal('last_7_days');
          expect(textOf(picker, '[part=value]').replaceAll(/\s/g, ' ')).to.equal('Mar 8 – 14');
        });
      }
    }

    it('is told before the provider changes, also out of a shadow root', async () => {
      const [, provider] = await provide({ range: 'last_7_days' }, '<div></div>');
      const inner = make('insights-range-picker');
      (provider.firstElementChild as HTMLElement).attachShadow({ mode: 'open' }).append(inner);
      await settle(inner);
      const before: unknown[] = [];
      provider.addEventListener('insights-change', () => before.push(provider.range));
      await choose(inner, 'last_90_days');
      expect([before, provider.range]).to.deep.equal([['last_7_days'], 'last_90_days']);
    });
  });

  describe('without a provider', () => {
    beforeEach(() => afterTest(travel()));

    it('keeps the choice itself, and tells the page', async () => {
      const picker = await fixture<Picker>('<insights-range-picker comparison timeframes></insights-range-picker>');
      const told = changes();
      expect(textOf(picker, '.name')).to.equal('Last 28 days');
      await choose(picker, 'last_7_days');
      await choose(picker, 'this_week', 'Demographics');
      find(picker, 'input[type=checkbox]').click();
      await choose(picker, 'custom');
      await setDay(picker, 'until', '2024-03-10');
      expect(told).to.deep.equal([
        { range: 'last_7_days', since: undefined, until: undefined },
        { timeframe: 'this_week' },
        { compare: 'previous_period' },
        { range: undefined, since: '2024-03-08', until: '2024-03-10' },
      ]);
      expect([picker.since, picker.until, picker.range]).to.deep.equal(['2024-03-08', '2024-03-10', undefined]);
      expect(textOf(picker, '.name')).to.equal('Custom days');
    });

    it('begins with its own attributes; a provider that comes later has the say', async () => {
      const picker = await fixture<Picker>('<insights-range-picker range="last_7_days"></insights-range-picker>');
      expect(textOf(picker, '.name')).to.equal('Last 7 days');
      const provider = await fixture<InsightsProvider>(make('insights-provider', { client, range: 'prev_month' }));
      provider.append(picker);
      await settle(picker);
      expect(textOf(picker, '.name')).to.equal('Previous month');
    });
  });

  it('tells of a token on the page once, and shows nothing of it', async () => {
    const errors = listen('insights-error');
    const token = 'EAAGm0PX4ZCpsBAexampleexample';
    const [picker] = await provide({}, `<insights-range-picker presets="${token}"></insights-range-picker>`);
    await choose(picker, 'last_28_days');
    picker.requestUpdate();
    await settle(picker);
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['secret']);
    expect(picker.shadowRoot?.innerHTML).to.not.contain(token);
  });

  it('cannot be used, and moves nothing, while a provider is still to be defined', async () => {
    const tag = 'insights-range-picker';
    const late = fixtureSync<HTMLElement>(`<div><${tag}></${tag}></div>`);
    const picker = late.firstElementChild as Picker;
    await picker.updateComplete;
    const { height } = picker.getBoundingClientRect();
    // What the controller finds out; the provider of this page is long defined.
    (picker as unknown as { insights: { waiting: boolean } }).insights.waiting = true;
    picker.requestUpdate();
    await picker.updateComplete;
    expect(find(picker, '[part=base]').inert).to.equal(true);
    expect(picker.getBoundingClientRect().height).to.equal(height);
  });

  describe('days of the visitor’s own', () => {
    const open = async (): Promise<[Picker, InsightsProvider, ProviderSettings[]]> => {
      const [picker, provider] = await provide(days);
      return [picker, provider, changes()];
    };

    const refused: readonly (readonly [string, Partial<typeof days> | Record<string, string>, string, string])[] = [
      ['the wrong order', { since: '2024-03-13' }, 'true true', 'The first day is after the last day.'],
      ['no first day', { since: '' }, 'true false', 'Enter both days in full.'],
      ['no last day', { until: '' }, 'false true', 'Enter both days in full.'],
      ['a year that is only begun', { since: '0202-02-14' }, 'true false', 'Enter both days in full.'],
      [
        'a first day that Instagram has forgotten',
        { since: '2022-03-16' },
        'true false',
        'Instagram answers for days from Mar 17, 2022 to Mar 15, 2024.',
      ],
      [
        'a day to come',
        { until: '2024-03-16' },
        'false true',
        'Instagram answers for days from Mar 17, 2022 to Mar 15, 2024.',
      ],
    ];
    for (const [name, set, invalid, message] of refused) {
      it(`${name}: is said in words, and changes nothing`, async () => {
        const [picker, provider, told] = await open();
        for (const [field, value] of Object.entries(set)) await setDay(picker, field as 'since', value);
        expect(messageOf(picker)).to.equal(message);
        const inputs = [dateOf(picker, 'since'), dateOf(picker, 'until')];
        expect(inputs.map((input) => input.getAttribute('aria-invalid')).join(' ')).to.equal(invalid);
        for (const input of inputs) {
          const ids = (input.getAttribute('aria-describedby') ?? '').split(' ');
          const said = ids.map((id) => picker.shadowRoot?.getElementById(id)?.textContent ?? '').join(' ');
          expect(said).to.contain(message);
        }
        expect([told, provider.since, provider.until]).to.deep.equal([[], days.since, days.until]);
        expect(inputs.map(({ value }) => value)).to.deep.equal(Object.values({ ...days, ...set }));

        for (const [field, value] of Object.entries(days)) await setDay(picker, field as 'since', value);
        expect([messageOf(picker), told.length]).to.deep.equal(['', 0]);
      });
    }

    it('the oldest and the newest day that Instagram has can be asked for, and no others chosen', async () => {
      const [picker, provider] = await open();
      const { min, max } = dateOf(picker, 'since');
      expect([min, max]).to.deep.equal(['2022-03-17', '2024-03-15']);
      expect([dateOf(picker, 'until').min, dateOf(picker, 'until').max]).to.deep.equal([min, max]);
      await setDay(picker, 'since', min);
      await setDay(picker, 'until', max);
      expect([provider.since, provider.until, messageOf(picker)]).to.deep.equal([min, max, '']);
    });

    it('says whose days they are, and names both fields', async () => {
      const [picker] = await open();
      expect(textOf(picker, '.days')).to.contain('US Pacific');
      const labels = [dateOf(picker, 'since'), dateOf(picker, 'until')].map((input) => input.labels?.[0]?.textContent);
      expect(labels.map((label) => label?.trim())).to.deep.equal(['First day', 'Last day']);
    });

    needing('typed dates').it(
      'a change of days that the fields began with is one question, not one for each key',
      async () => {
        const [picker, provider, told] = await open();
        dateOf(picker, 'since').focus();
        // 14 February to 12 January 2023, by way of January 2024 and the years 2, 20 and 202.
        for (const key of '01122023') await sendKeys({ press: key });
        await settle(picker);
        expect([told.length, provider.since, messageOf(picker)]).to.deep.equal([0, days.since, '']);
        await sendKeys({ press: 'Enter' });
        await settle(picker);
        expect(told.map(({ since }) => since)).to.deep.equal(['2023-01-12']);
        expect([provider.since, dateOf(picker, 'since').value]).to.deep.equal(['2023-01-12', '2023-01-12']);
      },
    );

    for (const [name, act] of [
      ['on leaving the field', () => (document.activeElement as Picker).shadowRoot?.querySelector('select')?.focus()],
      ['after a pause', () => nextTask(900)],
    ] as const) {
      needing('typed dates').it(`typed days are taken ${name}`, async () => {
        const [picker, , told] = await open();
        dateOf(picker, 'until').focus();
        for (const key of '0301') await sendKeys({ press: key });
        expect(told.length).to.equal(0);
        await act();
        await settle(picker);
        expect(told).to.deep.equal([{ range: undefined, since: days.since, until: '2024-03-01' }]);
        await nextTask(900);
        expect(told.length).to.equal(1);
      });
    }

    needing('typed dates').it('an update in between leaves what is being typed alone', async () => {
      const [picker, provider] = await open();
      dateOf(picker, 'since').focus();
      for (const key of '01') await sendKeys({ press: key });
      provider.locale = 'de';
      await settle(picker);
      for (const key of '20') await sendKeys({ press: key });
      await sendKeys({ press: 'Enter' });
      await settle(picker);
      expect([provider.since, dateOf(picker, 'since').value]).to.deep.equal(['2024-01-20', '2024-01-20']);
    });

    it('days that are still typed when the picker goes are nobody’s any more', async () => {
      const [picker, provider, told] = await open();
      dateOf(picker, 'until').focus();
      for (const key of '0301') await sendKeys({ press: key });
      picker.remove();
      await nextTask(900);
      expect([told.length, provider.until]).to.deep.equal([0, days.until]);
      provider.append(picker);
      await settle(picker);
      expect(dateOf(picker, 'until').value).to.equal(days.until);
    });
  });

  describe('layout', () => {
    const html = '<insights-range-picker comparison timeframes></insights-range-picker>';
    for (const [width, dir] of [
      [240, 'ltr'],
      [280, 'ltr'],
      [280, 'rtl'],
      [480, 'ltr'],
      [800, 'rtl'],
    ] as const) {
      it(`${width} px wide, ${dir}: nothing leaves the box, overlaps or is smaller than a finger needs`, async () => {
        const [picker, provider] = await provide({ ...days, since: '2023-12-14', compare: 'previous_period' }, html);
        provider.parentElement?.setAttribute('dir', dir);
        provider.style.cssText = `display: block; width: ${width}px`;
        await setDay(picker, 'since', '2024-03-14');
        const outer = provider.getBoundingClientRect();
        const controls = [...(picker.shadowRoot?.querySelectorAll('[part=control], select, input, p, bdi') ?? [])];
        expect(controls.length).to.be.above(8);
        for (const control of controls) {
          const box = control.getBoundingClientRect();
          expect([box.left >= outer.left - 0.5, box.right <= outer.right + 0.5], control.outerHTML).to.deep.equal([
            true,
            true,
          ]);
          if (control.matches('[part=control], select, input[type=date]')) expect(box.height).to.be.at.least(24);
        }
        const fields = [...(picker.shadowRoot?.querySelectorAll('[part=control]') ?? [])].map((control) =>
          control.getBoundingClientRect(),
        );
        for (const [index, one] of fields.entries()) {
          for (const two of fields.slice(index + 1)) {
            const isApart = one.right <= two.left || two.right <= one.left || one.bottom <= two.top;
            expect(isApart).to.equal(true);
          }
        }
      });
    }

    it('a field is 36 px high, the list lies over all of it, and the host reserves as much', async () => {
      const [picker] = await provide();
      const field = find(picker, '.field');
      const [outer, inner] = [field, selectOf(picker)].map((box) => box.getBoundingClientRect());
      expect(outer?.height).to.equal(36);
      expect([inner?.width, inner?.height]).to.deep.equal([(outer?.width ?? 0) - 2, 34]);
      expect([getComputedStyle(picker).minHeight, picker.getBoundingClientRect().height]).to.deep.equal(['36px', 36]);
    });

    it('has a width of its own beside others in a row', async () => {
      const [picker, provider] = await provide();
      provider.style.cssText = 'display: flex; width: 800px; justify-content: space-between';
      const { width } = picker.getBoundingClientRect();
      expect(width).to.equal(find(picker, '.field').getBoundingClientRect().width);
      expect(width).to.be.within(150, 400);
    });
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible, ${scheme}`, async () => {
      const [picker, provider] = await provide(
        days,
        '<insights-range-picker comparison timeframes></insights-range-picker>',
      );
      provider.style.cssText = `color-scheme: ${scheme}; background: Canvas`;
      await setDay(picker, 'since', '2024-03-14');
      await expect(picker).to.be.accessible();
      const described = selectOf(picker).getAttribute('aria-describedby') ?? '';
      expect(picker.shadowRoot?.getElementById(described)?.textContent).to.contain('Feb 14');
    });
  }

  it('a focused control is seen to be', async () => {
    const [picker] = await provide(days, '<insights-range-picker comparison></insights-range-picker>');
    for (const selector of ['select', 'input[type=date]', 'input[type=checkbox]']) {
      const control = find(picker, selector);
      control.focus({ focusVisible: true });
      const shown = selector === 'input[type=date]' ? control : (control.closest('.field') as HTMLElement);
      expect([getComputedStyle(shown).outlineStyle, getComputedStyle(shown).outlineWidth]).to.deep.equal([
        'solid',
        '2px',
      ]);
    }
  });

  it('leaves nothing behind: a thousand come and go, and the provider tells none of them', async () => {
    const [, provider] = await provide();
    let updates = 0;
    for (let index = 0; index < 1000; index += 1) {
      const picker = make('insights-range-picker');
      picker.requestUpdate = ((original) =>
        function (this: Picker, ...args: Parameters<Picker['requestUpdate']>) {
          updates += 1;
          original.apply(this, args);
        })(picker.requestUpdate);
      provider.append(picker);
      picker.remove();
    }
    await nextTask();
    updates = 0;
    provider.range = 'last_7_days';
    await settle(...provider.querySelectorAll('insights-range-picker'));
    expect(updates).to.equal(0);
  });
});
