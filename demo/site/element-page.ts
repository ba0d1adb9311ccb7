/** An element's page, in Markdown: alive, its attributes and all else that the manifest says of it, what may be asked. */
import { metricsOf, valuesOf } from '../../src/check/attribute-values.js';
import { examples } from './examples.js';
import { declarations, type Item, type Member } from './manifest.js';
import { tableOf, valuesTable } from './registry-text.js';

const tags = Object.keys(examples);

/** The elements that have a page. */
export const elements = tags.map((tag) => ({ tag, summary: declarations.get(tag)?.summary ?? '' }));

const said = (text = ''): string => text.trim().replaceAll(/\s*\n\s*/g, ' ');
/** Code, unless it is words; a choice of values as these values. */
function typed(text = ''): string {
  if (text.includes('`')) return text.replaceAll(/^'|'$/g, '');
  if (/^'[^']*'( \| '[^']*')*$/.test(text)) return text.replaceAll("'", '`').replaceAll(' | ', ' ');
  return text && `\`${text.replaceAll(/\s+/g, ' ')}\``;
}

const section = (title: string, text: string): string => (text ? `\n## ${title}\n\n${text}\n` : '');

/** What is asked comes first, what an element says of itself last; the rest stays as it is. */
const first = [
  'metric',
  'metrics',
  'period',
  'timeframe',
  'breakdown',
  'display',
  'metric-type',
  'range',
  'since',
  'until',
  'compare',
  'daily',
];
const placeOf = ({ name }: Item): number =>
  name === 'state' || name === 'reason' ? first.length + 1 : first.includes(name) ? first.indexOf(name) : first.length;

/** Without those that it has from its class and refuses, whatever stands there. */
function attributesText(tag: string, attributes: readonly Item[]): string {
  const taken = attributes.filter(({ name }) => valuesOf(tag, name)?.values.length !== 0);
  const rows = taken
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ name, type, default: usual, description }) => [
      `\`${name}\``,
      said(description),
      typed(type?.text.replace(/ \| undefined$/, '')),
      usual === undefined || usual === 'undefined' ? '–' : typed(usual),
    ]);
  return rows.length > 0 ? tableOf(['attribute', 'what it says', 'type', 'default'], rows) : '';
}

const isOfInterest = ({ static: isStatic, privacy = 'public', name }: Member): boolean =>
  !isStatic &&
  privacy === 'public' &&
  !/^(render|updated|willUpdate|firstUpdated|connectedCallback|disconnectedCallback|adoptedCallback|attributeChangedCallback|createRenderRoot|scheduleUpdate|shouldUpdate|update)$/.test(
    name,
  );

function membersText(members: readonly Member[]): string {
  const rows = members
    // What is an attribute too has its line above.
    .filter((member) => isOfInterest(member) && member.attribute === undefined)
    .map((member) => {
      const parameters = (member.parameters ?? []).map(({ name, optional }) => `${name}${optional ? '?' : ''}`);
      const isMethod = member.kind === 'method';
      const name = `\`${member.name}${isMethod ? `(${parameters.join(', ')})` : ''}\``;
      return [name, said(member.description), typed(isMethod ? member.return?.type.text : member.type?.text)];
    })
    .filter(([, description]) => description);
  return rows.length > 0 ? tableOf(['name', 'what it is', 'type'], rows) : '';
}

const namedText = (head: string, items: readonly Item[] = [], wrap = (name: string): string => name): string =>
  items.length > 0
    ? tableOf(
        [head, 'what it is'],
        items.map(({ name, description }) => [name ? `\`${wrap(name)}\`` : '(default)', said(description)]),
      )
    : '';

const eventsText = (events: readonly Item[] = []): string =>
  events.length > 0
    ? tableOf(
        ['event', 'when', 'class'],
        events.map(({ name, type, description }) => [`\`${name}\``, said(description), typed(type?.text)]),
      )
    : '';

/** Its page, as Markdown. */
export function elementPageOf(tag: string): string {
  const declaration = declarations.get(tag);
  if (!declaration) throw new Error(`${tag} is not in custom-elements.json: npm run manifest`);
  const { description = '', summary = '', attributes, members, events, slots, cssParts, cssProperties } = declaration;
  const about = description.replaceAll(/```.*?```/gs, '').trim();
  const live = (examples[tag] ?? []).map(
    ({ title, about: words, code }) => `## ${title}\n\n${words}\n\n\`\`\`html live\n${code}\n\`\`\`\n`,
  );
  const asked = metricsOf(tag);
  return [
    `# ${tag}\n\n${about || summary}\n`,
    'What you see here are samples, made inside the page by `demo`. On a page of yours put `backend-url="/insights"` or `src` in its place: see [getting started](docs/getting-started.md).\n',
    ...live,
    section('Attributes', attributesText(tag, attributes ?? [])),
    asked.length > 0
      ? section(
          'What may be asked',
          `${valuesTable(asked)}\n\nA value that is not in this table is never sent. See [what the numbers mean](docs/numbers.md).`,
        )
      : '',
    section('Properties and methods', membersText(members ?? [])),
    section('Events', eventsText(events)),
    section('Slots', namedText('slot', slots)),
    section(
      'Parts',
      namedText('part', cssParts, (name) => `::part(${name})`),
    ),
    section('Custom properties', namedText('property', cssProperties)),
  ].join('\n');
}
