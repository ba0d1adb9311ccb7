/** Recognises what looks like an access token, so that it is refused where a page could show it. Errs on the side of refusing. */

/** Meta's tokens (EAA…, IG…), app tokens (digits|text), JSON Web Tokens, and the parameter that carries one in a URL. */
const shapes = [
  /(EAA|IGQ|IGAA)[A-Za-z0-9_-]{16}/,
  /\d{8}(\||%7C)[A-Za-z0-9_-]{16}/i,
  /eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8}/,
  /(access|client|app|id|refresh)[_-]?(token|secret)\s{0,8}([=:]|%3D)/i,
  /bearer\s{1,8}\S{8}/i,
];

/**
 * Whether a text holds something in the shape of a token: for any text that a page may hold, such as a class or a heading.
 * In linear time, as anybody can put a long text into a URL.
 */
export const looksLikeToken = (text: string): boolean => shapes.some((shape) => shape.test(text));

/** One unbroken run of 40 or more letters and digits with both in it. A hyphen ends a run: hosts and aliases have them. */
const isOpaque = (text: string): boolean =>
  (text.match(/\w{40,}/g) ?? []).some((run) => /\d/.test(run) && /[A-Za-z]/.test(run));

/** Whether a text looks like a secret of any kind: for texts that are names, dates or addresses. In linear time too. */
export const looksLikeSecret = (text: string): boolean => looksLikeToken(text) || isOpaque(text);

/** What stands for a secret in issues, errors and events. */
const maskedSecret = '(hidden: looks like an access token)';

/** The text, or the mask where it looks like a secret; never longer than 80 characters. */
export function maskSecret(text: string): string {
  if (looksLikeSecret(text)) return maskedSecret;
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
