/** The message of message.ts and its words, loaded when something goes wrong: a page where all goes well never pays. */
import { html, type TemplateResult } from 'lit';
import type { MessageParts } from './message.js';

type MessageTemplate = (parts: MessageParts) => TemplateResult;

let template: MessageTemplate | undefined;

/** The message, where it has been loaded already. */
export const messageAtHand = (): MessageTemplate | undefined => template;

/** Loads the message; where that fails, as it can without a network, one that says what the error itself says. */
export async function loadMessage(): Promise<MessageTemplate> {
  try {
    template ??= (await import('./message.js')).messageTemplate;
    return template;
  } catch {
    return ({ view }) => html`<div part="message"><p>${view.error?.message ?? view.reason}</p></div>`;
  }
}
