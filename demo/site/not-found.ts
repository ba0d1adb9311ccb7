/** The page for an address that there is not. It can be at any depth, so its own addresses start at the site's folder. */
import { policy } from './layout.js';

export function notFound(tags: string, base: string): string {
  const home = base.endsWith('/') ? base : `${base}/`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not found · insights-elements</title>
<meta name="description" content="There is no such page.">
<link rel="icon" href="data:,">
${tags.replaceAll(/(href|src)="\/([^"]*)"/g, (_, name: string, to: string) => `${name}="${home}${to}"`)}
</head>
<body class="site">
<main id="content" class="lost"><h1>There is no such page</h1><p>It may have moved. <a href="${home}">To the first page</a></p></main>
</body>
</html>
`;
}
