/** The examples of each element's page. They are alive there as they are written here. */

export interface Example {
  readonly title: string;
  readonly about: string;
  readonly code: string;
}

/** By tag, in the order of the navigation. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  'insights-metric-card': [
    {
      title: 'A number',
      about: 'The total of 28 days, as Instagram gives it, beside the 28 days before.',
      code: `<insights-metric-card demo metric="reach"
  compare="previous_period"></insights-metric-card>`,
    },
    {
      title: 'By kind',
      about: 'A breakdown puts its rows below the number.',
      code: `<insights-metric-card demo metric="likes" breakdown="media_product_type"
  range="last_7_days"></insights-metric-card>`,
    },
    {
      title: 'A mistake',
      about: 'A wrong value asks nothing of Instagram. The element says what is wrong and what was probably meant.',
      code: '<insights-metric-card demo metric="reech"></insights-metric-card>',
    },
  ],
  'insights-trend-chart': [
    {
      title: 'One metric by day',
      about: 'The window before is a quiet line behind. Days of the last 48 hours are dashed: they still move.',
      code: `<insights-trend-chart demo metric="reach"
  compare="previous_period"></insights-trend-chart>`,
    },
    {
      title: 'Gained and lost',
      about: 'Followers gained and lost are columns.',
      code: `<insights-trend-chart demo metric="follows_and_unfollows"
  range="last_14_days"></insights-trend-chart>`,
    },
  ],
  'insights-breakdown-chart': [
    {
      title: 'By kind of post',
      about: 'Bars are the default: they are right for rows that overlap, too.',
      code: `<insights-breakdown-chart demo metric="total_interactions"
  breakdown="media_product_type"></insights-breakdown-chart>`,
    },
    {
      title: 'Parts of a total',
      about: 'A doughnut is drawn only where the rows add up to the total.',
      code: `<insights-breakdown-chart demo metric="views" breakdown="follow_type"
  display="doughnut"></insights-breakdown-chart>`,
    },
  ],
  'insights-demographics-chart': [
    {
      title: 'Age and gender',
      about: 'Two breakdowns become a pyramid.',
      code: `<insights-demographics-chart demo metric="follower_demographics"
  breakdown="age,gender"></insights-demographics-chart>`,
    },
    {
      title: 'Countries on a map',
      about: 'The map is loaded when one is shown.',
      code: `<insights-demographics-chart demo metric="follower_demographics"
  breakdown="country" display="map"></insights-demographics-chart>`,
    },
  ],
  'insights-account-header': [
    {
      title: 'Whose numbers',
      about: 'Name, username, followers and posts.',
      code: '<insights-account-header demo></insights-account-header>',
    },
  ],
  'insights-range-picker': [
    {
      title: 'Days for all',
      about: 'A visitor chooses; everything inside the same provider follows.',
      code: `<insights-provider demo>
  <insights-range-picker presets="last_7_days,last_28_days,prev_month" comparison></insights-range-picker>
  <insights-metric-card metric="likes"></insights-metric-card>
</insights-provider>`,
    },
  ],
  'insights-dashboard': [
    {
      title: 'All of an account',
      about: 'What to show, and in which order. Without `metrics` it is all that Instagram still gives.',
      code: `<insights-dashboard demo metrics="reach,views,likes,follower_demographics"
  compare="previous_period"></insights-dashboard>`,
    },
  ],
  'insights-provider': [
    {
      title: 'Said once',
      about:
        'Where the numbers come from and for which days, for all elements inside. What an element says itself comes first.',
      code: `<insights-provider demo range="last_7_days" compare="previous_period">
  <insights-metric-card metric="reach"></insights-metric-card>
  <insights-metric-card metric="likes" range="last_28_days"></insights-metric-card>
</insights-provider>`,
    },
  ],
};
