/** What an element says when it has no number: what happened, what to do, and for a page's author what is allowed. */
import { html, nothing, type TemplateResult } from 'lit';
import { type Formats, type ProblemWords, problemWordsFor } from '../format/index.js';
import type { Issue } from '../spec/index.js';
import type { ElementView } from './element-state.js';

export interface MessageParts {
  readonly view: ElementView;
  readonly formats: Formats;
  readonly onRetry: () => void;
}

/** The message of a view in state `empty` or `error`. */
export function messageTemplate({ view, formats, onRetry }: MessageParts): TemplateResult {
  const words = problemWordsFor(formats.locale);
  const { error } = view;
  const issue = error?.issues.find(({ severity }) => severity === 'error');
  const [head, text] = wordsOf(view, words);
  return html`<div part="message">
    ${
      issue
        ? issueTemplate(issue, words)
        : html`<p class="head">${head}</p>
          <p>${text}${error?.retryAt ? ` ${words.retryAt(formats.moment(error.retryAt))}` : nothing}</p>`
    }
    ${error?.recoverable ? html`<button type="button" @click=${onRetry}>${words.retry}</button>` : nothing}
  </div>`;
}

function wordsOf({ reason = 'unknown' }: ElementView, { empty, errors }: ProblemWords): readonly [string, string] {
  const all: Readonly<Record<string, readonly [string, string]>> = { ...errors, ...empty };
  return (Object.hasOwn(all, reason) && all[reason]) || empty['not-returned'];
}

/** How many allowed values are shown at once; more are a click away. */
const fewValues = 8;

/** For the author of the page: what is wrong, what was meant, what is allowed. The API's own words stay as they are. */
function issueTemplate({ attribute, message, allowed, suggestion }: Issue, { issues }: ProblemWords): TemplateResult {
  const [head, ...sentences] = message.split(/(?<=[.?]) /);
  // What was meant and what is allowed are shown as code, below.
  const rest = sentences.filter((sentence) => !/^(Did you mean|Allowed:)/.test(sentence)).join(' ');
  const values = html`${allowed.map((value) => html`<code>${value}</code> `)}`;
  return html`<p class="head">${head}</p>
    ${rest === '' ? nothing : html`<p>${rest}</p>`}
    ${suggestion === undefined ? nothing : html`<p>${issues.meant} <code>${`${attribute}="${suggestion}"`}</code>?</p>`}
    ${
      allowed.length === 0
        ? nothing
        : html`<details ?open=${suggestion === undefined && allowed.length <= fewValues}>
            <summary>${issues.allowed}</summary>
            ${values}
          </details>`
    }`;
}
