/** For a classic script tag and for `file://`: registers every element, and holds what the module exports as `InsightsElements`. */
import * as library from './define.js';

// An own property only: an element of the page whose id is that name is found by `in` too, and is nobody's variable.
if (!Object.hasOwn(window, 'InsightsElements')) Object.assign(window, { InsightsElements: library });
