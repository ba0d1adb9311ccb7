/** What the page of elements loads: all of ours, as a script tag does. */
import '../src/define.js';
