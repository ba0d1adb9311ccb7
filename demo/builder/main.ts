/** Opens the builder on its page. */
import { startBuilder } from './builder.js';
import { release } from './release.js';

const root = document.getElementById('builder');
if (root) startBuilder(root, release);
