/** What elements say of their answers. Every event bubbles and is composed; none carries a token. */
import type { InsightsError, InsightsResult } from '../spec/index.js';

/** How every event of ours travels. */
export const reaching: EventInit = { bubbles: true, composed: true };

/** An element has an answer: fired with each new one. */
export class InsightsLoadEvent extends Event {
  /** The name to listen to. */
  static readonly type = 'insights-load';
  /** The answer, as it is on screen. */
  readonly result: InsightsResult;
  constructor(result: InsightsResult) {
    super(InsightsLoadEvent.type, reaching);
    this.result = result;
  }
}

/** Something failed: fired with every failure, also with those that leave an older number on screen. */
export class InsightsErrorEvent extends Event {
  /** The name to listen to. */
  static readonly type = 'insights-error';
  /** What failed, who can mend it, and when to try again. */
  readonly error: InsightsError;
  constructor(error: InsightsError) {
    super(InsightsErrorEvent.type, reaching);
    this.error = error;
  }
}

declare global {
  /** They bubble out of every tree: elements, the document and the window hear them. */
  interface GlobalEventHandlersEventMap {
    'insights-load': InsightsLoadEvent;
    'insights-error': InsightsErrorEvent;
  }
}
