/** What a check has found. */
export interface Finding {
  /** A word for what was checked, such as `token`. */
  readonly check: string;
  /** `warn`: it works, or could not be asked; somebody should look. */
  readonly level: 'ok' | 'warn' | 'fail';
  /** What is so; where it is wrong, what to do and who can do it. Never a token, nor a server's text. */
  readonly words: string;
}

export const isFailure = ({ level }: Finding): boolean => level === 'fail';
