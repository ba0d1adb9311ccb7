/** What somebody has chosen in the builder, and the address that carries it. Pure. */

/** The elements that show something by themselves, by tag. */
export const tags = [
  'insights-metric-card',
  'insights-trend-chart',
  'insights-breakdown-chart',
  'insights-demographics-chart',
  'insights-account-header',
  'insights-dashboard',
] as const;
export type Tag = (typeof tags)[number];

/** Attributes by name; a flag that is set is `true`, what is left out is not there. */
export type Attributes = Readonly<Record<string, string>>;

/** How it looks; an empty text is what the page has anyway. */
export interface Look {
  readonly scheme: '' | 'light' | 'dark';
  readonly theme: '' | 'paper' | 'aurora';
  /** A colour as `#rrggbb`. */
  readonly accent: string;
  /** Rounding in pixels. */
  readonly radius: string;
}

export interface Selection {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly look: Look;
}

export const plainLook: Look = { scheme: '', theme: '', accent: '', radius: '' };

/** What each element shows before anybody has chosen. */
const first: Readonly<Record<Tag, Attributes>> = {
  'insights-metric-card': { metric: 'reach', compare: 'previous_period' },
  'insights-trend-chart': { metric: 'reach', compare: 'previous_period' },
  'insights-breakdown-chart': { metric: 'views', breakdown: 'follow_type' },
  'insights-demographics-chart': { metric: 'follower_demographics', breakdown: 'age,gender' },
  'insights-account-header': {},
  'insights-dashboard': { compare: 'previous_period' },
};

/** An element before anything is chosen for it. */
export const startOf = (tag: Tag, look: Look = plainLook): Selection => ({ tag, attributes: first[tag], look });

/** The selection with an attribute of another value; without it, where the value is empty. */
export function choose(selection: Selection, name: string, value: string): Selection {
  const { [name]: _, ...others } = selection.attributes;
  return { ...selection, attributes: value === '' ? others : { ...others, [name]: value } };
}

const looks: Readonly<Record<keyof Look, (text: string) => boolean>> = {
  scheme: (text) => text === 'light' || text === 'dark',
  theme: (text) => text === 'paper' || text === 'aurora',
  accent: (text) => /^#[\da-f]{6}$/i.test(text),
  radius: (text) => /^(?:\d|1\d|2[0-4])$/.test(text),
};

/**
 * The selection of an address: `?element=metric-card&metric=reach&accent=%23b4521f`. What it does not know it leaves out.
 * @param known the attributes that a control sets
 */
export function readSelection(search: string, known: readonly string[]): Selection {
  const params = new URLSearchParams(search);
  const tag = tags.find((name) => name === `insights-${params.get('element')}`);
  const look = Object.fromEntries(
    Object.entries(looks).map(([name, isLegal]) => {
      const text = params.get(name) ?? '';
      return [name, isLegal(text) ? text : ''];
    }),
  ) as unknown as Look;
  if (!tag) return startOf(tags[0], look);
  const attributes = known.flatMap((name) => {
    const value = params.get(name) ?? '';
    return value === '' || value.length > 200 ? [] : [[name, value] as const];
  });
  return { tag, attributes: Object.fromEntries(attributes), look };
}

/** The address of a selection. */
export function searchOf({ tag, attributes, look }: Selection): string {
  const params = new URLSearchParams({ element: tag.replace('insights-', ''), ...attributes });
  for (const [name, value] of Object.entries(look)) if (value) params.set(name, value);
  return `?${params}`;
}
