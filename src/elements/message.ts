/** What an element says when it has no number: what happened, what to do, and for a page's author what is allowed. */
import { html, nothing, type TemplateResult } from 'lit';
import { type Formats, type ProblemWords, problemWordsFor } from '../format/index.js';
import type { InsightsError, Issue } from '../spec/index.js';
import { issueText } from '../spec/issue-phrases.js';
import type { ElementView } from './element-state.js';
import { fewerDays, tooLong } from './findings.js';

export interface MessageParts {
  readonly view: ElementView;
  readonly formats: Formats;
  /** The longest window, in days, over which Instagram counts unique accounts. */
  readonly mostDays: number;
  readonly onRetry: () => void;
  /** Shows fewer days, of which there is a total; undefined where the element cannot. */
  readonly onFewerDays: (() => void) | undefined;
}

/** The message of a view in state `empty` or `error`. */
export function messageTemplate(parts: MessageParts): TemplateResult {
  const { view, formats, onRetry, onFewerDays } = parts;
  const words = problemWordsFor(formats.locale);
  const { error } = view;
  const issue = error?.issues.find(({ severity }) => severity === 'error');
  const [head, text] = wordsOf(view, words);
  return html`<div part="message">
    ${
      issue
        ? issueTemplate(issue, words)
        : html`<p class="head">${head}</p>
          <p>${words.sentences(textOf(text, parts, words))}</p>
          ${forAuthor(error, formats)}`
    }
    ${view.reason === 'window-too-long' ? fewerDays(words, formats, onFewerDays) : nothing}
    ${error?.recoverable && !((error.retryAt ?? 0) > Date.now()) ? html`<button type="button" @click=${onRetry}>${words.retry}</button>` : nothing}
  </div>`;
}

/** A line to copy; and of a page that nobody but its author reads yet what it lacks: in words where those are English, as the page is. */
function forAuthor(error: InsightsError | undefined, { locale }: Formats): TemplateResult | typeof nothing {
  if (error?.code !== 'no-client') return error?.line ? html`<code dir="ltr">${error.line}</code>` : nothing;
  if (/^en\b/.test(locale)) {
    const parts = error.message.split('`').map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`));
    return html`<p>${parts}</p>`;
  }
  const attribute = error.message.startsWith('src') ? 'src' : 'backend-url';
  return html`<code dir="ltr">${`${attribute}="…"`}</code>`;
}

function wordsOf({ reason = 'unknown' }: ElementView, { empty, errors }: ProblemWords): readonly [string, string] {
  const all: Readonly<Record<string, readonly [string, string]>> = { ...errors, ...empty };
  return (Object.hasOwn(all, reason) && all[reason]) || empty['not-returned'];
}

/** The text of a reason, and what else is known: over how many days there is no number, when it may be better, what a metric asks for. */
function textOf(text: string, { view, formats, mostDays }: MessageParts, words: ProblemWords): string[] {
  const { reason, result, error } = view;
  const asks = Object.entries(words.conditions).find(([metric]) => metric === result?.metric)?.[1];
  return [
    reason === 'window-too-long' && tooLong({ results: result ? [result] : [], mostDays, formats }, words),
    text,
    error?.retryAt !== undefined && words.retryAt(formats.moment(error.retryAt)),
    reason === 'not-returned' && asks,
  ].filter((sentence) => typeof sentence === 'string');
}

/** How many allowed values are shown at once; more are a click away. */
const fewValues = 8;

/** For the author of the page: what is wrong, what was meant, what is allowed. The API's own words stay as they are. */
function issueTemplate(issue: Issue, { issues, errors }: ProblemWords): TemplateResult {
  const { attribute, message, phrase, allowed, suggestion } = issue;
  const said = phrase && issueText(issues.phrases, phrase);
  // Of another server, or a newer one: as it came.
  if (!said)
    return html`<p class="head">${errors['invalid-query'][0]}</p>
      <p>${message}</p>`;
  const [head, rest = allowed.length === 0 ? issues.remove(attribute) : ''] = said;
  const values = html`${allowed.map((value) => html`<code>${value}</code> `)}`;
  return html`<p class="head">${head}</p>
    ${rest === '' ? nothing : html`<p>${rest}</p>`}
    ${suggestion === undefined ? nothing : html`<p>${withCode(issues.meant, `${attribute}="${suggestion}"`)}</p>`}
    ${
      allowed.length === 0
        ? nothing
        : html`<details ?open=${suggestion === undefined && allowed.length <= fewValues}>
            <summary>${issues.allowed}</summary>
            ${values}
          </details>`
    }`;
}

/** Stands for what is no text while a sentence is made: the character that Unicode has for it. */
const objectMark = '\uFFFC';

/** A sentence with a piece of code in it, wherever the language puts that. */
function withCode(say: (code: string) => string, code: string): TemplateResult {
  const [before, after] = say(objectMark).split(objectMark);
  return html`${before}<code>${code}</code>${after}`;
}
