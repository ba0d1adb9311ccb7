/** The form of a word that goes with a number, by the rules of its language. */

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Forms by Intl's names for them; one that is not given is the other. */
export function pluralIn(language: string): (value: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | undefined;
  return (value, forms) => forms[(rules ??= new Intl.PluralRules(language)).select(value)] ?? forms.other;
}
