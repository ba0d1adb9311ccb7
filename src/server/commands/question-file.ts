/** The file of questions that `serve` answers and `snapshot` asks. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readQuestions } from '../../client/asked-questions.js';
import type { QueryInput } from '../../spec/index.js';
import type { CliIo } from '../run-cli.js';

/**
 * Reads `[{ "metric": "reach", "range": "last_28_days" }, …]`.
 * @param path as it was given, relative to the working directory
 * @throws Error, in a sentence, for a file that is not there or no JSON; InsightsError for what is no question
 */
export async function readQuestionFile(path: string, io: CliIo): Promise<QueryInput[]> {
  const text = await readFile(resolve(io.directory ?? process.cwd(), path), 'utf8').catch(() => {
    throw new Error(
      'The file of questions cannot be read. Check its path, which is relative to the working directory.',
    );
  });
  let json: unknown;
  try {
    // Some editors put a mark of byte order in front.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error(
      'The file of questions is no JSON. It holds a list, without a comma behind the last of it: [{ "metric": "reach", "range": "last_28_days" }].',
    );
  }
  return readQuestions(json);
}
