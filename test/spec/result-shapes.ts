/** Each shape of the API's answers, with numbers and names of our own, and what is to be read from it. */
import fc from 'fast-check';

export const day = (date: string, clock = '07'): string => `${date}T${clock}:00:00+0000`;
export const data = (...rows: object[]): object => ({ data: rows });
export const series = (...values: unknown[]): object => data({ name: 'reach', period: 'day', values });
export const total = (totalValue: unknown, name = 'likes'): object =>
  data({ name, period: 'day', total_value: totalValue });
export const cut = (keys: unknown, ...rows: (readonly [readonly unknown[], unknown])[]): object => ({
  dimension_keys: keys,
  results: rows.map(([values, value]) => ({ dimension_values: values, value })),
});

/** What Instagram decorates its answers with. None of it may come through. */
const decoration = { title: 'ไลก์', description: 'จำนวน', id: '17841499000000001/insights/reach/day' };
const paging = {
  next: 'https://graph.facebook.com/v19.0/17841499000000001/insights?access_token=EAAB00000000000000000000',
};

/** Each shape of the API, and what is read from it. */
export const shapes: readonly (readonly [string, unknown, readonly object[]])[] = [
  [
    'a time series of several metrics',
    data(
      { name: 'impressions', period: 'day', values: [{ value: 41, end_time: day('2024-05-04') }], ...decoration },
      { name: 'reach', period: 'day', values: [{ value: 0, end_time: day('2024-05-04') }], ...decoration },
    ),
    [
      { metric: 'impressions', period: 'day', series: [{ day: '2024-05-04', value: 41 }] },
      { metric: 'reach', period: 'day', series: [{ day: '2024-05-04', value: 0 }] },
    ],
  ],
  [
    'a time series over the change of the clocks',
    series(
      { value: 1, end_time: day('2024-11-03', '07') },
      { value: 2, end_time: day('2024-11-04', '08') },
      { value: 3, end_time: day('2024-11-05', '08') },
    ),
    [
      {
        metric: 'reach',
        period: 'day',
        series: [
          { day: '2024-11-03', value: 1 },
          { day: '2024-11-04', value: 2 },
          { day: '2024-11-05', value: 3 },
        ],
      },
    ],
  ],
  [
    'end times with a colon, a Z and fractions',
    series(
      { value: 1, end_time: '2024-05-04T07:00:00+00:00' },
      { value: 2, end_time: '2024-05-05T07:00:00Z' },
      { value: 3, end_time: '2024-05-06T00:00:00.000-0700' },
    ),
    [
      {
        metric: 'reach',
        period: 'day',
        series: [
          { day: '2024-05-04', value: 1 },
          { day: '2024-05-05', value: 2 },
          { day: '2024-05-06', value: 3 },
        ],
      },
    ],
  ],
  [
    'days out of order, twice, and without a number',
    series(
      { value: 5, end_time: day('2024-05-06') },
      { value: 3, end_time: day('2024-05-04') },
      { end_time: day('2024-05-05') },
      { value: 7, end_time: day('2024-05-06') },
      { value: null, end_time: day('2024-05-06') },
    ),
    [
      {
        metric: 'reach',
        period: 'day',
        series: [
          { day: '2024-05-04', value: 3 },
          { day: '2024-05-05', value: null },
          { day: '2024-05-06', value: 7 },
        ],
      },
    ],
  ],
  ['a total', total({ value: 340 }), [{ metric: 'likes', period: 'day', total: 340 }]],
  ['a total of zero', total({ value: 0 }), [{ metric: 'likes', period: 'day', total: 0 }]],
  ['numbers as text', total({ value: '340' }), [{ metric: 'likes', period: 'day', total: 340 }]],
  [
    'a time series and a total',
    data({
      name: 'reach',
      period: 'day',
      values: [{ value: '8', end_time: day('2024-05-04') }],
      total_value: { value: 8 },
    }),
    [{ metric: 'reach', period: 'day', total: 8, series: [{ day: '2024-05-04', value: 8 }] }],
  ],
  [
    'one breakdown, with values that nobody knows yet',
    total({ value: 90, breakdowns: [cut(['media_product_type'], [['POST'], 60], [['HOLOGRAM'], '30'])] }),
    [
      {
        metric: 'likes',
        period: 'day',
        total: 90,
        breakdowns: [
          {
            dimensions: ['media_product_type'],
            rows: [
              { values: ['POST'], value: 60 },
              { values: ['HOLOGRAM'], value: 30 },
            ],
          },
        ],
      },
    ],
  ],
  [
    'two dimensions, unsorted, that do not add up to the total',
    total({
      value: 9,
      breakdowns: [cut(['media_product_type', 'follow_type'], [['AD', 'FOLLOWER'], 2], [['POST', 'UNKNOWN'], 8])],
    }),
    [
      {
        metric: 'likes',
        period: 'day',
        total: 9,
        breakdowns: [
          {
            dimensions: ['media_product_type', 'follow_type'],
            rows: [
              { values: ['AD', 'FOLLOWER'], value: 2 },
              { values: ['POST', 'UNKNOWN'], value: 8 },
            ],
          },
        ],
      },
    ],
  ],
  [
    'a breakdown without a total',
    total({ breakdowns: [cut(['follow_type'], [['FOLLOWER'], 12], [['NON_FOLLOWER'], 0])] }, 'follows_and_unfollows'),
    [
      {
        metric: 'follows_and_unfollows',
        period: 'day',
        breakdowns: [
          {
            dimensions: ['follow_type'],
            rows: [
              { values: ['FOLLOWER'], value: 12 },
              { values: ['NON_FOLLOWER'], value: 0 },
            ],
          },
        ],
      },
    ],
  ],
  [
    'a timeframe before the dimension',
    total({ breakdowns: [cut(['timeframe', 'country'], [['THIS_MONTH', 'AT'], 4])] }),
    [
      {
        metric: 'likes',
        period: 'day',
        breakdowns: [{ dimensions: ['country'], rows: [{ values: ['AT'], value: 4 }] }],
      },
    ],
  ],
  [
    'a timeframe and no dimension',
    total({ breakdowns: [cut(['timeframe'], [['THIS_MONTH'], 4])] }),
    [{ metric: 'likes', period: 'day' }],
  ],
  [
    'rows without a number, and an end time within a row',
    total({
      breakdowns: [
        {
          dimension_keys: ['city'],
          results: [
            { dimension_values: ['Graz, Steiermark'] },
            { dimension_values: ['Wien, Vienna'], value: 7, end_time: day('2024-05-04') },
          ],
        },
      ],
    }),
    [
      {
        metric: 'likes',
        period: 'day',
        breakdowns: [{ dimensions: ['city'], rows: [{ values: ['Wien, Vienna'], value: 7 }], incomplete: true }],
      },
    ],
  ],
  [
    'a breakdown without rows, and one without results, which is none',
    total({ breakdowns: [{ dimension_keys: ['age'] }, cut(['gender'])] }),
    [
      {
        metric: 'likes',
        period: 'day',
        breakdowns: [{ dimensions: ['gender'], rows: [] }],
      },
    ],
  ],
  [
    'neither values nor a total',
    data({ name: 'follows_and_unfollows', period: 'day', ...decoration }),
    [{ metric: 'follows_and_unfollows', period: 'day' }],
  ],
  [
    'nulls where something could be',
    data(
      { name: 'likes', period: 'day', values: null, total_value: null },
      { name: 'shares', period: 'day', total_value: { value: null, breakdowns: null } },
    ),
    [
      { metric: 'likes', period: 'day' },
      { metric: 'shares', period: 'day' },
    ],
  ],
  ['an empty list of days', data({ name: 'reach', period: 'day', values: [] }), [{ metric: 'reach', period: 'day' }]],
  ['nothing', data(), []],
  ['nothing, with paging', { data: [], paging }, []],
  [
    'hours of days, some without any',
    data({
      name: 'online_followers',
      period: 'lifetime',
      values: [
        { value: { 0: 11, 1: '12', 23: 13 }, end_time: day('2024-05-04') },
        { value: {}, end_time: day('2024-05-05') },
      ],
    }),
    [
      {
        metric: 'online_followers',
        period: 'lifetime',
        breakdowns: [
          {
            dimensions: ['hour'],
            rows: [
              { values: ['0'], value: 11 },
              { values: ['1'], value: 12 },
              { values: ['23'], value: 13 },
            ],
            day: '2024-05-04',
          },
        ],
      },
    ],
  ],
  [
    'hours of a metric that nobody knows yet',
    data({ name: 'online_fans', period: 'lifetime', values: [{ value: { 7: 3 }, end_time: day('2024-05-04') }] }),
    [
      {
        metric: 'online_fans',
        period: 'lifetime',
        breakdowns: [{ dimensions: ['hour'], rows: [{ values: ['7'], value: 3 }], day: '2024-05-04' }],
      },
    ],
  ],
  [
    'demographics as they were before',
    data(
      { name: 'audience_country', period: 'lifetime', values: [{ value: { AT: 9, DE: 4 } }] },
      { name: 'audience_gender_age', period: 'lifetime', values: [{ value: { 'F.18-24': 5, 'U.65+': 1 } }] },
      { name: 'audience_mood', period: 'lifetime', values: [{ value: { happy: 2 } }] },
    ),
    [
      {
        metric: 'audience_country',
        period: 'lifetime',
        breakdowns: [
          {
            dimensions: ['country'],
            rows: [
              { values: ['AT'], value: 9 },
              { values: ['DE'], value: 4 },
            ],
          },
        ],
      },
      {
        metric: 'audience_gender_age',
        period: 'lifetime',
        breakdowns: [
          {
            dimensions: ['gender', 'age'],
            rows: [
              { values: ['F', '18-24'], value: 5 },
              { values: ['U', '65+'], value: 1 },
            ],
          },
        ],
      },
      {
        metric: 'audience_mood',
        period: 'lifetime',
        breakdowns: [{ dimensions: ['key'], rows: [{ values: ['happy'], value: 2 }] }],
      },
    ],
  ],
  [
    'one number without a day',
    data({ name: 'profile_views', period: 'lifetime', values: [{ value: 6 }] }),
    [{ metric: 'profile_views', period: 'lifetime', total: 6 }],
  ],
  [
    'a node without an envelope, in winter',
    { name: 'impressions', period: 'day', values: [{ value: 32, end_time: day('2024-01-11', '08') }], ...decoration },
    [{ metric: 'impressions', period: 'day', series: [{ day: '2024-01-11', value: 32 }] }],
  ],
  [
    'insights within a node, by field expansion',
    {
      insights: { data: [{ name: 'likes', period: 'day', total_value: { value: 2 } }], paging },
      id: '17841499000000001',
    },
    [{ metric: 'likes', period: 'day', total: 2 }],
  ],
  [
    'a field that nobody knows yet',
    {
      data: [{ name: 'likes', period: 'day', total_value: { value: 2, mean: 1 }, is_new: true }],
      summary: {},
      source: 'demo',
    },
    [{ metric: 'likes', period: 'day', total: 2 }],
  ],
];

/** Every place of a JSON, as keys from its root. */
function placesOf(json: unknown, at: readonly string[] = []): (readonly string[])[] {
  const inside = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return [at, ...inside.flatMap(([key, value]) => placesOf(value, [...at, key]))];
}

function replaceAt(json: unknown, [key, ...rest]: readonly string[], junk: unknown): unknown {
  if (key === undefined) return junk;
  const copy: Record<string, unknown> = Array.isArray(json) ? ([...json] as never) : { ...(json as object) };
  copy[key] = replaceAt(copy[key], rest, junk);
  return copy;
}

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom('7', '-1', Number.POSITIVE_INFINITY, 2 ** 60, '2024-02-30T00:00:00Z', 'day', [], {}),
);
/** An answer of a known shape with anything at all in one place. */
export const damaged: fc.Arbitrary<unknown> = fc
  .constantFrom(...shapes.map(([, json]) => json))
  .chain((json) =>
    fc.tuple(fc.constantFrom(...placesOf(json)), junk).map(([place, put]) => replaceAt(json, place, put)),
  );
