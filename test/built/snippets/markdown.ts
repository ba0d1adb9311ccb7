/** The code in a page of documentation, and what its author says about running it. Knows nothing of how it is run. */

export interface Snippet {
  /** Where it stands: `docs/backend.md:25`. */
  readonly place: string;
  /** The word behind the fence, such as `html`. */
  readonly language: string;
  readonly code: string;
  readonly notes: SnippetNotes;
}

/**
 * What `<!-- snippet: given accounts, access; in node -->` in the line before a fence says. Nobody who reads the page sees it.
 */
export interface SnippetNotes {
  /** Names of stand-ins.ts that the code takes from its surroundings. */
  readonly given: readonly string[];
  /** Where a script runs, if not where its imports say. */
  readonly in?: 'node' | 'browser' | undefined;
  /** The state that its elements come to. @default "ready" */
  readonly state: string;
  /** Why it cannot be run: `shown because it is Angular's`. */
  readonly shown?: string | undefined;
}

const fence = /(?:<!-- snippet:([^>]*)-->\s*?\n\s*)?^( *)(`{3,})([^\n]*)\n(.*?)^ *\3 *$/gms;

/**
 * Every fenced snippet of a Markdown text.
 * @throws Error for a note that nobody understands
 */
export function snippetsIn(file: string, text: string): Snippet[] {
  return [...text.matchAll(fence)].map((found) => {
    const [whole, notes = '', indent = '', , info = '', code = ''] = found;
    const line = text.slice(0, found.index + whole.indexOf('```')).split('\n').length;
    const place = `${file}:${line}`;
    return {
      place,
      language: info.trim().split(/\s/)[0] ?? '',
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      notes: readNotes(notes, place),
    };
  });
}

function readNotes(text: string, place: string): SnippetNotes {
  const notes = new Map(
    text
      .split(';')
      .map((note) => note.trim())
      .filter(Boolean)
      .map((note) => /^(given|in|state|shown because) (.+)$/s.exec(note) ?? unknownNote(note, place))
      .map(([, name = '', value = '']) => [name, value]),
  );
  const where = notes.get('in');
  if (where !== undefined && where !== 'node' && where !== 'browser') unknownNote(`in ${where}`, place);
  return {
    given: notes.get('given')?.split(/,\s*/) ?? [],
    in: where,
    state: notes.get('state') ?? 'ready',
    shown: notes.get('shown because'),
  };
}

function unknownNote(note: string, place: string): never {
  throw new Error(`${place}: a snippet's note is given, in, state or "shown because": ${note}`);
}
