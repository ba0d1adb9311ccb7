import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkMarkup, type Finding } from '../../src/check/check-markup.js';
import { issuesOf } from '../../src/check/judge.js';
import { startTags } from '../../src/check/start-tags.js';

const say = ({ line, column, severity, message }: Finding): string => `${line}:${column} ${severity} ${message}`;
const check = (text: string, options = {}): string[] => checkMarkup(text, options).findings.map(say);
const isFine = (text: string, options = {}): void => assert.deepEqual(check(text, options), []);

describe('checkMarkup', () => {
  const wrong: Readonly<Record<string, readonly [text: string, ...findings: RegExp[]]>> = {
    'a period of another metric': [
      '<insights-metric-card metric="likes" period="lifetime">',
      /^1:38 error likes has no period "lifetime"\. Allowed: day\.$/,
    ],
    'a slip': [
      '<insights-metric-card\n  metric="reech">',
      /^2:3 error "reech" is not a metric\. Did you mean "reach"\?/,
    ],
    'another spelling': ['<insights-metric-card metric=saves>', /^1:23 warning "saves" is understood as "saved"/],
    'a metric of another element': [
      '<insights-demographics-chart metric="likes" breakdown="media_product_type">',
      /error likes is not for this element\..*<insights-metric-card>/,
    ],
    'days of demographics': [
      '<insights-demographics-chart metric="follower_demographics" range="last_28_days">',
      /error follower_demographics takes a timeframe/,
    ],
    'a breakdown in a list': [
      `<insights-demographics-chart metric='follower_demographics' breakdown='age,gendr'>`,
      /error "gendr" is not a breakdown\. Did you mean "gender"/,
    ],
    'a display': [
      '<insights-breakdown-chart metric="likes" display="donut">',
      /error "donut" is not a display\. .*Allowed: bars, doughnut/,
    ],
    'one day only': ['<insights-metric-card metric="reach" since="2026-01-01">', /error .*until/],
    'the days of a provider': ['<insights-provider range="last_28_day">', /^1:20 error "last_28_day" is not a range/],
    'a metric that no element of a dashboard shows': [
      '<insights-dashboard metrics="likes,online_followers">',
      /^1:21 error metrics takes no "online_followers"/,
    ],
    'a metric of a dashboard': ['<insights-dashboard metrics="likes,foo">', /^1:21 error "foo" is not a metric/],
    'a preset': ['<insights-range-picker presets="last_7_days,last_60_days">', /error presets takes no "last_60_days"/],
    'a place to keep': [
      '<insights-provider persist="forever">',
      /error persist takes no "forever"\. Allowed: session, local/,
    ],
    'a tag': ['<insights-metric-crad metric="likes">', /^1:1 error .* Did you mean <insights-metric-card>\?$/],
    'an attribute by the name of its property': [
      '<insights-metric-card metric="reach" metricType="total_value">',
      /warning .* has no attribute metrictype\. Did you mean metric-type\?/,
    ],
    'two at once': [
      '<insights-metric-card metric="likes" period="week" persist="always">',
      /"week" is not a period/,
      /persist takes no "always"/,
    ],
  };
  for (const [name, [text, ...findings]] of Object.entries(wrong)) {
    it(`finds ${name}`, () => {
      const found = check(text);
      assert.equal(found.length, findings.length, found.join('\n'));
      for (const [at, pattern] of findings.entries()) assert.match(found[at] ?? '', pattern);
    });
  }

  it('has the words of the element', () => {
    const attributes = { metric: 'reach', breakdown: 'age' };
    const [finding] = checkMarkup('<insights-metric-card metric="reach" breakdown="age">').findings;
    assert.equal(finding?.message, issuesOf('insights-metric-card', attributes)[0]?.message);
  });

  it('says that a token has to go, and never what it is', () => {
    const token = `IGAA${'x7Qz9'.repeat(12)}`;
    const [found = ''] = check(`<insights-provider account="${token}" backend-url="/insights">`);
    assert.match(found, /^1:20 error account was refused\. An access token is on the page/);
    assert.ok(!found.includes('x7Qz9'));
  });

  it('judges a metric by the Graph version that is asked', () => {
    const text = '<insights-metric-card metric="impressions">';
    assert.match(check(text)[0] ?? '', /warning/);
    assert.match(check(text, { apiVersion: 'v25.0' })[0] ?? '', /error/);
  });

  it('does not fail for days that have passed', () => {
    const text = '<insights-metric-card metric="reach" since="2020-01-01" until="2020-01-31">';
    assert.match(check(text)[0] ?? '', /warning/);
  });

  it('takes what is right', () => {
    isFine('<insights-metric-card metric="reach" compare="previous_period" heading="a > b" daily class="x" data-y>');
    isFine('<insights-trend-chart metric="likes, reach" locale="de-AT" refresh-interval="60" no-menu>');
    isFine('<insights-breakdown-chart metric="follows_and_unfollows">');
    isFine('<insights-demographics-chart metric="follower_demographics" timeframe="this_week" breakdown="gender,age">');
    isFine('<insights-account-header src="/a.json"></insights-account-header><insights-own-thing-entirely>');
  });

  it('leaves out what is no markup', () => {
    const bad = '<insights-metric-card metric="nope">';
    isFine(`<!-- ${bad} --><script>const a = '${bad}';</script><style>${bad}</style><textarea>${bad}</textarea>`);
    isFine(`<?php echo '${bad}'; ?><% ${bad} %>`);
    assert.equal(checkMarkup(`<!-- ${bad} -->${bad}`).elements, 1);
  });

  it('reads on after what closes itself, where a template lets it', () => {
    const card = '<insights-metric-card metric="reech" />';
    for (const one of [
      '<Script src="/x.js" />',
      '<textarea value={x} onChange={(e) => set(e)} placeholder="a > b"/>',
      '<style jsx />',
    ]) {
      assert.equal(check(`${one}\n${card}\n<title>Reach</title>`, { takesProperties: true }).length, 1, one);
      isFine(`${one}\n${card}`);
    }
    isFine(`<textarea>${card}</textarea>`, { takesProperties: true });
  });

  it('leaves out what a template fills in, and judges the rest', () => {
    isFine('<insights-metric-card :metric="m" breakdown="follow_type">');
    isFine('<insights-metric-card metric="{{ metric }}" heading="{{ a }}">');
    isFine('<insights-metric-card metric="<?php echo $a["b"] ?>" breakdown="follow_type">');
    isFine('<insights-metric-card metric={metric} {...props} onClick={() => { a > 1 }} breakdown="follow_type">');
    isFine('<insights-metric-card metric="reach" since="2026-01-01" :until="day">');
    isFine('<insights-metric-card .metric=${metric} ?daily=${true}>');
    isFine('<insights-metric-card [metric]="m" (insights-load)="a($event)" *ngIf="b">');
    assert.match(check('<insights-metric-card :metric="m" period="lifetime">')[0] ?? '', /period takes no "lifetime"/);
    assert.match(check('<insights-metric-card {...rest} metric="likes" period="lifetime">')[0] ?? '', /no period/);
  });

  it('knows the names of properties where a template sets those', () => {
    const text = '<insights-metric-card metric="likes" metricType="time_series">';
    assert.match(check(text, { takesProperties: true })[0] ?? '', /error likes has no metric-type "time_series"/);
  });
});

describe('startTags', () => {
  it('says where things are', () => {
    const [tag] = startTags('a\n  <b-c d="1"\n\te=2 f>', 'b-');
    assert.deepEqual(tag, {
      name: 'b-c',
      at: { line: 2, column: 3 },
      attributes: [
        { name: 'd', value: '1', at: { line: 2, column: 8 } },
        { name: 'e', value: '2', at: { line: 3, column: 2 } },
        { name: 'f', value: '', at: { line: 3, column: 6 } },
      ],
      isOpen: false,
    });
  });

  it('takes no long time over what never ends', () => {
    const before = performance.now();
    for (const text of ['<b-c d="<?', '<b-c {', "<b-c d='<% %>", '<!--', '<b-c d={', '<b-', '<script'])
      assert.ok(startTags(text.repeat(500), 'b-').length < 1_001);
    assert.ok(performance.now() - before < 1_500);
  });
});
