/** What a control has changed can be handed back to a provider or a dashboard, as the docs for React say. `tsc` holds this file. */
import type { AuthoredProps } from '../../src/elements/authoring.js';
import type { ControlSettings } from '../../src/index.js';

type Providing = AuthoredProps['insights-provider'];

/** A page that keeps all that was chosen, and one that keeps the days alone. */
export const taken = ({ metrics: _, ...settings }: ControlSettings): Providing => ({
  range: 'last_28_days',
  ...settings,
});
export const days = ({ range, since, until }: ControlSettings): Providing => ({ range, since, until });
export const dashboard = (settings: ControlSettings): AuthoredProps['insights-dashboard'] => settings;
