// A command of tests: the accessibility tree of what stands in an element, as text, and the one that is stored.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestRunnerPlugin } from '@web/test-runner';
import type { ChromeLauncher } from '@web/test-runner-chrome';
import { treeText } from './tree-text.js';

export interface TreeQuestion {
  /** What the tree is of. */
  readonly selector: string;
  /** What it is stored as; without a name it is read only. */
  readonly name?: string;
}

export interface TreeAnswer {
  readonly now: string;
  /** The stored one; of a tree that nobody has stored, nothing. */
  readonly before: string;
  /** The names of all that are stored. */
  readonly stored: readonly string[];
}

const folder = fileURLToPath(new URL('trees/', import.meta.url));

/** Moments are told in the time zone of the machine. */
const withoutMoments = (tree: string): string => tree.replaceAll(/\w{3} \d+, \d{4}, \d+:\d\d\s[AP]M/g, '(a moment)');

/** @param isUpdate whether what is read becomes what is stored */
export function treeCommand(isUpdate: boolean): TestRunnerPlugin<TreeQuestion> {
  return {
    name: 'accessibility-tree',
    executeCommand: async ({ command, payload, session }) => {
      if (command !== 'accessibility-tree' || !payload) return undefined;
      const devtools = await (session.browser as ChromeLauncher).getPage(session.id).createCDPSession();
      try {
        const { root } = await devtools.send('DOM.getDocument', { depth: 0 });
        const { nodeId } = await devtools.send('DOM.querySelector', {
          nodeId: root.nodeId,
          selector: payload.selector,
        });
        const { node } = await devtools.send('DOM.describeNode', { nodeId });
        const { nodes } = await devtools.send('Accessibility.getFullAXTree');
        const now = withoutMoments(treeText(nodes, node.backendNodeId));
        const file = `${folder}${payload.name}.txt`;
        mkdirSync(folder, { recursive: true });
        if (payload.name && isUpdate) writeFileSync(file, now);
        const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
        const stored = readdirSync(folder).map((name) => name.replace('.txt', ''));
        return { now, before, stored } satisfies TreeAnswer;
      } finally {
        await devtools.detach();
      }
    },
  };
}
