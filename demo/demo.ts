/** What the demo page does beside its tags: the account's header, and two controls that set attributes. */
import '../src/define.js';
import { createBackendTransport, createInsightsClient, type InsightsProvider } from '../src/index.js';

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const provider = find<InsightsProvider>('insights');

find<HTMLSelectElement>('range').addEventListener('change', (event) => {
  provider.range = (event.target as HTMLSelectElement).value;
});
find<HTMLSelectElement>('theme').addEventListener('change', (event) => {
  document.documentElement.style.colorScheme = (event.target as HTMLSelectElement).value;
});

const client = createInsightsClient({ transport: createBackendTransport({ url: provider.backendUrl ?? '/insights' }) });
try {
  const { name, username, followersCount, mediaCount } = await client.account();
  const number = new Intl.NumberFormat(document.documentElement.lang);
  find('account-name').textContent = name ?? username ?? 'Instagram insights';
  find('account-facts').textContent = [
    username && `@${username}`,
    followersCount !== undefined && `${number.format(followersCount)} followers`,
    mediaCount !== undefined && `${number.format(mediaCount)} posts`,
  ]
    .filter(Boolean)
    .join(' · ');
} catch (error) {
  find('account-facts').textContent = (error as Error).message;
}
