/**
 * Makes alive what a server has rendered: to be imported before what defines the elements.
 *
 *     import 'insights-elements/hydrate';
 *     import 'insights-elements/define';
 *
 * An element keeps the nodes that the server has drawn, and takes the answers from the script inside it. Where the page
 * would draw others, it does. Touches no element but ours, and on a server nothing.
 */
import { isServer } from 'lit';
import { AuthoredElement } from '../elements/authored-element.js';
import { hydrating } from './hydrating.js';
import { warnIfLate } from './late.js';

if (!isServer) {
  warnIfLate();
  hydrating(AuthoredElement);
}
