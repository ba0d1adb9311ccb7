/** The message of message.ts and its words, loaded when something goes wrong: a page where all goes well never pays. */
import { html, nothing, type TemplateResult } from 'lit';
import { wordsFor } from '../format/index.js';
import type { MessageParts } from './message.js';

type MessageTemplate = (parts: MessageParts) => TemplateResult;

let template: MessageTemplate | undefined;

/** The message, where it has been loaded already. */
export const messageAtHand = (): MessageTemplate | undefined => template;

/** What loads it: a member, so that a test can break it. */
export const lateMessage = { load: () => import('./message.js') };

/** Loads the message; where that fails, as it can without a network, one of few words. Another call tries again. */
export const loadMessage = async (): Promise<MessageTemplate> => {
  try {
    template ??= (await lateMessage.load()).messageTemplate;
    return template;
  } catch {
    return plainMessage;
  }
};

/** Words of its own for the network, which is why the others are not there; else what the error itself says. */
const plainMessage: MessageTemplate = ({ view: { error }, formats, onRetry }) => {
  const { offline, retry, noNumber } = wordsFor(formats.locale);
  return html`<div part="message">
    <p>${error?.code === 'network' ? offline : (error?.message ?? noNumber)}</p>
    ${error?.recoverable ? html`<button type="button" @click=${onRetry}>${retry}</button>` : nothing}
  </div>`;
};
