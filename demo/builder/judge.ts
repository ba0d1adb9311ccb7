/**
 * Whether a selection is legal: the element itself is asked, in a box that nobody sees, so that the builder has no rules of its
 * own. It has no client, so nothing is sent.
 */
import { defaultGraphVersion, type Issue } from '../../src/spec/index.js';
import { loadRules } from '../../src/spec/rules.js';
import type { Attributes, Tag } from './selection.js';

/** All that is wrong with an element of these attributes; warnings included. */
export type Judge = (tag: Tag, attributes: Attributes) => Promise<readonly Issue[]>;

interface Probe extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
  readonly issues?: readonly Issue[];
}

/** A provider judges nothing, and has no issues. */
const createProbe = (tag: Tag): Probe => document.createElement(tag);

/** @param host a hidden box of the page */
export function createJudge(host: HTMLElement): Judge {
  const probes = new Map<Tag, Probe>();
  // What a probe says of itself is nobody else's business.
  for (const type of ['insights-error', 'insights-load'])
    host.addEventListener(type, (event) => event.stopPropagation());

  const ask: Judge = async (tag, attributes) => {
    // Until they are there, an element does not know what is wrong with it.
    await loadRules();
    const probe = probes.get(tag) ?? createProbe(tag);
    if (!probes.has(tag)) {
      probes.set(tag, probe);
      host.append(probe);
    }
    for (const name of probe.getAttributeNames()) {
      if (name !== 'state' && name !== 'reason' && !(name in attributes)) probe.removeAttribute(name);
    }
    for (const [name, value] of Object.entries({ ...attributes, 'api-version': defaultGraphVersion })) {
      probe.setAttribute(name, value);
    }
    await probe.updateComplete;
    return probe.issues ?? [];
  };

  // Two selections that are judged at once would meet in one probe.
  let turn: Promise<unknown> = Promise.resolve();
  return (tag, attributes) => {
    const answer = turn.then(() => ask(tag, attributes));
    turn = answer.catch(() => {});
    return answer;
  };
}
