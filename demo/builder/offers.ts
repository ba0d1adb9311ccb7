/**
 * What each control offers: its values, and why one is closed.
 *
 * A choice is judged together with those of the controls above it; what is chosen below it and fits no longer is taken back.
 */
import { hasErrors, type Issue } from '../../src/spec/index.js';
import type { Control } from './controls.js';
import type { Judge } from './judge.js';
import { type Attributes, choose, type Selection } from './selection.js';

export interface Choice {
  readonly value: string;
  /** Why it cannot be chosen. */
  readonly closed?: string | undefined;
}

export interface Offer {
  readonly control: Control;
  readonly choices: readonly Choice[];
  /** The values that are chosen; none where it is left out. */
  readonly chosen: readonly string[];
}

export interface Offers {
  readonly offers: readonly Offer[];
  /** What is left of the selection: legal as it stands. */
  readonly selection: Selection;
  /** What was taken back, and why. */
  readonly dropped: readonly { readonly control: Control; readonly value: string; readonly why: string }[];
  /** What should be known of the selection, though it is asked. */
  readonly warnings: readonly Issue[];
}

/** @param controls those of the element, in their order */
export async function offersFor(selection: Selection, controls: readonly Control[], judge: Judge): Promise<Offers> {
  const offers: Offer[] = [];
  const dropped: Offers['dropped'][number][] = [];
  let settled: Selection = { ...selection, attributes: {} };
  for (const control of controls) {
    const closes = async (value: string): Promise<string | undefined> => {
      const { attributes } = choose(settled, control.name, value);
      return control.idle?.(value, attributes) ?? reasonOf(await judge(selection.tag, attributes), control);
    };
    const wanted = valuesOf(selection.attributes, control);
    const chosen: string[] = [];
    for (const value of wanted) {
      // oxlint-disable-next-line no-await-in-loop -- each value is judged beside those before it
      const why = isKnown(control, value) ? await closes([...chosen, value].join()) : 'There is no such choice.';
      if (why === undefined) chosen.push(value);
      else dropped.push({ control, value, why });
    }
    settled = choose(settled, control.name, inOrder(control, chosen).join());
    const choices: Choice[] = [];
    for (const value of control.values) {
      const others = control.kind === 'many' ? chosen : [];
      // oxlint-disable-next-line no-await-in-loop -- one probe judges one after the other
      const closed = chosen.includes(value) ? undefined : await closes(inOrder(control, [...others, value]).join());
      choices.push({ value, closed });
    }
    const [open] = choices.filter(({ closed }) => closed === undefined);
    if (control.leftOut === undefined && control.kind !== 'flag' && chosen.length === 0 && open) {
      chosen.push(open.value);
      settled = choose(settled, control.name, open.value);
    }
    offers.push({ control, choices, chosen });
  }
  return { offers, dropped, selection: settled, warnings: await judge(settled.tag, settled.attributes) };
}

function valuesOf(attributes: Attributes, { name, kind }: Control): readonly string[] {
  const text = attributes[name] ?? '';
  if (text === '') return [];
  return kind === 'many' ? [...new Set(text.split(',').filter(Boolean))] : [text];
}

const isKnown = ({ kind, values }: Control, value: string): boolean => kind === 'text' || values.includes(value);

const inOrder = ({ kind, values }: Control, chosen: readonly string[]): readonly string[] =>
  kind === 'text' ? chosen : values.filter((value) => chosen.includes(value));

/** The reason that is about the control itself comes first. */
function reasonOf(issues: readonly Issue[], { name }: Control): string | undefined {
  if (!hasErrors(issues)) return undefined;
  const errors = issues.filter(({ severity }) => severity === 'error');
  return (errors.find(({ attribute }) => attribute === name) ?? errors[0])?.message;
}
