/** What load.ts and the process under load say to each other. */

/** What is measured. */
export const targets = ['bare', 'public', 'token'] as const;
export type Target = (typeof targets)[number];

/** What load.ts may ask, and what it hears. */
export type Order = { readonly mirror: readonly string[] } | 'report' | 'end';
export interface Report {
  /** Where each target listens. */
  readonly addresses: Readonly<Record<Target, string>>;
  readonly token: string;
  /** Calls to the Graph API so far, by who made them. */
  readonly calls: Readonly<Record<Target, number>>;
  /** Milliseconds for which this process has worked so far. */
  readonly work: number;
}
