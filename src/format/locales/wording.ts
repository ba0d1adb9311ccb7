/** The shape of words, whatever the language: English is the pattern that the others are held against. */

/** Texts may be any, phrases take and give what the English ones do, lists keep their length. */
export type Wording<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : T extends (...given: never[]) => unknown
      ? T
      : { readonly [K in keyof T]: Wording<T[K]> };

/** A number within a phrase: as it is written, and what it is, for the languages whose words depend on that. */
export interface Quantity {
  readonly text: string;
  readonly value: number;
}
