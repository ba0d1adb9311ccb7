/** What an example uses of the Workers runtime. */
declare module 'cloudflare:workers' {
  export function waitUntil(work: Promise<unknown>): void;
}
