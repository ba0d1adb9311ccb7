/** A secret from standard input: typed or pasted where there is a terminal, which shows nothing of it; else piped in. */
import type { ReadStream } from 'node:tty';

/** What is read of a terminal, or of a pipe. */
export type SecretInput = NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>;

/** Longer than any token: whoever pipes in a disk gets a sentence. */
const maxLength = 16_384;

/**
 * Reads one line of a terminal, or all of a pipe, trimmed.
 * @param output where the prompt goes, in a terminal only: standard error, as standard output may be kept
 * @throws Error where there is nothing, too much, or the terminal is left with Ctrl-C
 */
export async function readSecret(prompt: string, input: SecretInput, output: NodeJS.WritableStream): Promise<string> {
  const text = input.isTTY ? await readHidden(prompt, input, output) : await readAll(input);
  if (text.trim() === '') throw new Error('Nothing came on standard input. Paste the token, or pipe it in.');
  return text.trim();
}

async function readAll(input: SecretInput): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (text.length > maxLength) throw tooLong();
  }
  return text;
}

async function readHidden(prompt: string, input: SecretInput, output: NodeJS.WritableStream): Promise<string> {
  output.write(prompt);
  // Raw: the terminal itself echoes nothing, and hands over each key.
  input.setRawMode?.(true);
  try {
    let text = '';
    for await (const chunk of input) {
      for (const key of String(chunk)) {
        if (key === '\r' || key === '\n' || key === '\u0004') return text;
        if (key === '\u0003') throw new Error('Ended by Ctrl-C. Nothing was written.');
        text = key === '\u007F' || key === '\b' ? text.slice(0, -1) : text + key;
      }
      if (text.length > maxLength) throw tooLong();
    }
    return text;
  } finally {
    input.setRawMode?.(false);
    output.write('\n');
  }
}

const tooLong = (): Error => new Error('What came on standard input is no token: it is too long.');
