/** An account as plain text: read where it stands. Loaded when it is asked for. */
import { plainText } from '../../format/index.js';
import { all, heard, one } from '../told.js';

/** Name, a line for each of the others, and what is to be known of them. */
export const accountText = (root: ParentNode | undefined): string =>
  plainText({
    title: one(root, '.label'),
    said: all(root, ':is(.line .fact, [part=message] p)').map(heard),
    table: [],
    notes: all(root, '.sample, .note').map(heard),
  });
