/**
 * What is needed of a store of answers. Every `Storage` of unstorage is one; said here in our own words, as the types of that
 * package do not compile where libraries are checked and its many optional peers are missing.
 */
export interface AnswerStorage {
  /** The values of keys; null, or nothing at all, where there is none. */
  getItems(keys: string[]): Promise<readonly { readonly key: string; readonly value: unknown }[]>;
  /** @param options.ttl seconds after which the value may go, for a store that keeps to it */
  setItem(key: string, value: object, options?: { readonly ttl?: number }): Promise<void>;
  removeItem(key: string): Promise<void>;
  /** The keys that begin with a text. */
  getKeys(base?: string): Promise<string[]>;
}
