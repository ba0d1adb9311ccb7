/** How the gallery shows its elements: the choices of the page's controls, which its address carries. */

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Control {
  readonly name: 'element' | 'theme' | 'lang' | 'dir' | 'width' | 'text';
  readonly label: string;
  /** The first one is what a page without the parameter shows. */
  readonly choices: readonly Choice[];
}

export type View = Readonly<Record<Control['name'], string>>;

/** A scheme, and perhaps one of the ready themes. */
export const themes = [
  { value: 'system', label: 'As the system', scheme: 'light dark' },
  { value: 'light', label: 'Light', scheme: 'light' },
  { value: 'dark', label: 'Dark', scheme: 'dark' },
  { value: 'paper', label: 'Paper', scheme: 'light', theme: 'paper' },
  { value: 'paper-dark', label: 'Paper, dark', scheme: 'dark', theme: 'paper' },
  { value: 'aurora', label: 'Aurora', scheme: 'light', theme: 'aurora' },
  { value: 'aurora-dark', label: 'Aurora, dark', scheme: 'dark', theme: 'aurora' },
] as const satisfies readonly (Choice & { readonly scheme: string; readonly theme?: string })[];

/** The languages that there are words in, by their own names. */
export const tongues: readonly Choice[] = ['en', 'ar', 'de', 'es', 'fr', 'it', 'ja', 'pt-BR'].map((value) => ({
  value,
  label: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value,
}));

const widths = ['480', '240', '280', '320', '800', '1200'];

/** The controls of a page with these elements. */
export const controlsFor = (elements: readonly string[]): readonly Control[] => [
  {
    name: 'element',
    label: 'Element',
    choices: [{ value: '', label: 'All' }, ...elements.map((value) => ({ value, label: value }))],
  },
  { name: 'theme', label: 'Theme', choices: themes },
  { name: 'lang', label: 'Language', choices: tongues },
  {
    name: 'dir',
    label: 'Direction',
    choices: [
      { value: 'ltr', label: 'Left to right' },
      { value: 'rtl', label: 'Right to left' },
    ],
  },
  {
    name: 'width',
    label: 'Width',
    choices: [...widths.map((value) => ({ value, label: `${value} px` })), { value: 'full', label: 'All there is' }],
  },
  {
    name: 'text',
    label: 'Text size',
    choices: ['100', '125', '150', '200'].map((value) => ({ value, label: `${value} %` })),
  },
];

/** The view of an address; what is no choice is the first one. */
export function readView(search: string, controls: readonly Control[]): View {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    controls.map(({ name, choices }) => [
      name,
      (choices.find(({ value }) => value === params.get(name)) ?? choices[0])?.value ?? '',
    ]),
  ) as View;
}

/** The address of a view: what is ordinary is left out, what it does not know is kept. */
export function searchOf(view: View, controls: readonly Control[], search: string): string {
  const params = new URLSearchParams(search);
  for (const { name, choices } of controls) {
    if (view[name] === choices[0]?.value) params.delete(name);
    else params.set(name, view[name]);
  }
  return params.size > 0 ? `?${params}` : '';
}
