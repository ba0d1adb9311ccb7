import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { root } from '../../scripts/entries.js';

/** What Vite makes here, less what is no script. */
export async function chunksOf(options: Parameters<typeof build>[0]): Promise<Rolldown.OutputChunk[]> {
  const built = await build({ root: fileURLToPath(root), logLevel: 'error', ...options });
  const outputs = [built].flat() as Rolldown.RolldownOutput[];
  return outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
}
