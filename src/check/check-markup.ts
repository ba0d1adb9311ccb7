/**
 * What is wrong with the elements of a page before anyone opens it: the words are those that they would show.
 *
 * Decides what of a template can be judged: an attribute that is filled in later is left out, and a question without its
 * metric is judged value by value.
 */
import { closest, readMetric } from '../spec/index.js';
import { readBreakdown } from '../spec/query.js';
import { readList } from '../spec/texts.js';
import { valuesOf } from './attribute-values.js';
import { attributesOf, classOf, issuesOf, propertiesOf, secretOf, tags } from './judge.js';
import { type FoundAttribute, type Place, type StartTag, startTags } from './start-tags.js';

export interface Finding extends Place {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface CheckOptions {
  /** The Graph version that will be asked: what it refuses is then an error. */
  readonly apiVersion?: string | undefined;
  /** Whether attributes may go by the names of properties, as in JSX, Vue and Svelte. */
  readonly takesProperties?: boolean | undefined;
}

export interface Checked {
  /** How many elements there are. */
  readonly elements: number;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** Attributes that any element may have, or that belong to a framework. */
const anyones =
  /^(id|class|classname|style|slot|part|title|lang|dir|hidden|inert|role|tabindex|key|ref|is|popover)$|^(data-|aria-|on|v-|x-|hx-|ng-)|[^\w-]/i;

/** Days that are told in two attributes: one that is not known makes the other say nothing. */
const together = [['since', 'until']];

export function checkMarkup(text: string, options: CheckOptions = {}): Checked {
  const found = startTags(text, 'insights-', options.takesProperties);
  return {
    elements: found.length,
    findings: found.flatMap((tag) => checkTag(tag, options)).toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

function checkTag(tag: StartTag, options: CheckOptions): Finding[] {
  if (!classOf(tag.name)) {
    const meant = closest(tag.name, tags.map(underscored))?.replaceAll('_', '-');
    const message = `<${tag.name}> is no element of this library. Did you mean <${meant}>?`;
    return meant ? [{ ...tag.at, severity: 'error', message }] : [];
  }
  const named = tag.attributes.map((attribute) => ({ ...attribute, name: nameOf(tag.name, attribute.name, options) }));
  return [...strangers(tag.name, named), ...judged(tag, named, options)];
}

/** The attribute that a name means: HTML does not know the names of properties, nor capitals. */
const nameOf = (tag: string, name: string, { takesProperties }: CheckOptions): string =>
  (takesProperties && propertiesOf(tag).get(name)) || name.toLowerCase();

/** Names that are nearly those of attributes. Any other may be the page's own. */
function strangers(tag: string, attributes: readonly FoundAttribute[]): Finding[] {
  const known = attributesOf(tag);
  return attributes.flatMap(({ name, at }): Finding[] => {
    if (known.includes(name) || anyones.test(name)) return [];
    const meant = closest(name, known.map(underscored))?.replaceAll('_', '-');
    const message = `<${tag}> has no attribute ${name}. Did you mean ${meant}?`;
    return meant ? [{ ...at, severity: 'warning', message }] : [];
  });
}

/** As the search for what was meant reads words. */
const underscored = (name: string): string => name.replaceAll('-', '_');

function judged(
  { name: tag, at, isOpen }: StartTag,
  attributes: readonly FoundAttribute[],
  options: CheckOptions,
): Finding[] {
  const unknown = new Set(attributes.filter(({ value }) => value === undefined).map(({ name }) => name));
  for (const names of together)
    if (names.some((name) => unknown.has(name))) for (const name of names) unknown.add(name);
  // Of two attributes with one name the first counts.
  const known = new Map(
    attributes
      .toReversed()
      .flatMap(({ name, value }) => (value === undefined || unknown.has(name) ? [] : [[name, value]])),
  );
  const placeOf = (name: string): Place => attributes.find((attribute) => attribute.name === name)?.at ?? at;
  const values = Object.fromEntries(known) as Record<string, string>;

  const secret = secretOf(tag, values);
  if (secret) return [{ ...placeOf(secret.attribute), severity: 'error', message: secret.message }];
  // Without its metric nothing is known of a question but which values there are.
  const isWhole = !unknown.has('metric') && (!isOpen || known.has('metric'));
  const issues = isWhole ? issuesOf(tag, values, options.apiVersion) : [];
  const ofQuestion = issues.map(({ severity: usual, code, attribute, message }): Finding => {
    // A backend with a history may know them, and no build should fail because a day has passed.
    const severity = code === 'out-of-range' ? 'warning' : usual;
    const place = attribute === 'metric' && !attributesOf(tag).includes('metric') ? 'metrics' : attribute;
    return { ...placeOf(place), severity, message };
  });
  const isSaid = (place: Place): boolean =>
    ofQuestion.some((found) => found.line === place.line && found.column === place.column);
  // Of a metric that is not for this element nothing else has to be right.
  const isElsewhere = issues.some(({ attribute, code }) => attribute === 'metric' && code === 'not-allowed');
  const ofValues = [...known].flatMap(([name, value]) =>
    isElsewhere || isSaid(placeOf(name)) ? [] : strangeValue(tag, name, value, placeOf(name)),
  );
  return [...ofQuestion, ...ofValues];
}

/** A value that the attribute does not take whatever else is there: for those that no question is about. */
function strangeValue(tag: string, name: string, value: string, at: Place): Finding[] {
  const all = valuesOf(tag, name);
  if (!all || all.isOpen || all.values.length === 0 || name === 'state') return [];
  const given = all.isList ? readList(value).filter(Boolean) : [value.trim()].filter(Boolean);
  return (
    given
      // `saves` and `follower_type` are understood.
      .filter((one) => ![one, readMetric(one), readBreakdown(one)].some((read) => all.values.includes(read ?? '')))
      .map((one) => {
        const meant = closest(one, all.values);
        const words = `${meant ? `Did you mean "${meant}"? ` : ''}Allowed: ${all.values.join(', ')}.`;
        return { ...at, severity: 'error', message: `${name} takes no "${one.slice(0, 80)}". ${words}` };
      })
  );
}
