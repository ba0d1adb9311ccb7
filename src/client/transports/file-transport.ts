/** What answers where no backend does: a snapshot, or samples. */
import type { Transport } from '../call.js';
import { createDemoTransport } from './demo.js';
import { createSnapshotTransport } from './snapshot.js';

/** @param file a snapshot's address; without one samples of a Graph version answer */
export const createFileTransport = (file: string | false | undefined, apiVersion: string | undefined): Transport =>
  file ? createSnapshotTransport({ url: file }) : createDemoTransport({ apiVersion });
