/** What a snippet takes from the program around it: `<!-- snippet: given accounts, access -->`. */
import { createDemoTransport, createInsightsClient } from 'insights-elements/client';
import { createEmbedTokenAccess } from 'insights-elements/server';
import { createStorage } from 'unstorage';

const account = { id: '17841405822304914', accessToken: 'EAAGm0PX4ZCpsBAKq7vV2hZBtYcW9xUe5dR1sLnTfHj' };

export const accounts = { default: account, acme: account };
export const keys = [{ id: '2026-11', secret: 's'.repeat(32) }];
export const access = createEmbedTokenAccess({ keys });
export const client = createInsightsClient({ transport: createDemoTransport({}) });
export const storage = createStorage();
export const database = {
  account: async (_alias: string): Promise<typeof account> => account,
  saveToken: async (_alias: string, _token: object): Promise<void> => {},
};
