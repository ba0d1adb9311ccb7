// What a page pays at once, and what later (each entry alone has its limit in .size-limit.mjs): the built package (npm run
// build) bundled and minified as a consumer's bundler does it, everything
// included, gzip -9. Prints a table, and fails where a limit is passed.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { root } from './entries.js';

interface Row {
  readonly name: string;
  readonly bytes: number;
  /** Bytes after gzip. */
  readonly limit?: number;
}

const card = [
  `export * from 'insights-elements/elements/provider';`,
  `export * from 'insights-elements/elements/metric-card';`,
  // What a page makes a client with. The transport that takes a token is for servers.
  `export { createBackendTransport, createInsightsClient, setDefaultClient } from 'insights-elements/client';`,
];
const chart = [
  `export * from 'insights-elements/elements/provider';`,
  `export * from 'insights-elements/elements/demographics-chart';`,
];

const gzip = (code: string | Buffer): number => gzipSync(code, { level: 9 }).length;

/** The chunks of a page with these imports, the page's own first. */
async function bundle(imports: readonly string[]): Promise<Rolldown.OutputChunk[]> {
  const page = `${fileURLToPath(root)}page.js`;
  const built = await build({
    configFile: false,
    root: fileURLToPath(root),
    logLevel: 'error',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === page ? { id, moduleSideEffects: true } : null),
        load: (id) => (id === page ? imports.join('\n') : null),
      },
    ],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      // A library's build: a page's would add Vite's own preloading to the sum. But as in a page's, what the entry and
      // a later chunk share stands in the entry: nobody imports from a page.
      lib: { entry: page, formats: ['es'] },
      rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { minify: true } },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output.filter((file) => file.type === 'chunk').toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry));
}

/** A chunk and all that it loads at once. */
function closure(chunks: readonly Rolldown.OutputChunk[], first: Rolldown.OutputChunk): Set<Rolldown.OutputChunk> {
  const found = new Set([first]);
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return found;
}

const sum = (chunks: Iterable<Rolldown.OutputChunk>): number =>
  [...chunks].reduce((bytes, { code }) => bytes + gzip(code), 0);

function chunkWith(chunks: readonly Rolldown.OutputChunk[], part: string): Rolldown.OutputChunk {
  const found = chunks.find((chunk) => chunk.moduleIds.some((id) => id.replaceAll('\\', '/').includes(part)));
  if (!found) throw new Error(`No chunk holds ${part}: has its folder moved? Correct scripts/size.ts.`);
  return found;
}

/** What a page of cards loads at once, and what it loads only when a question or an answer calls for it. */
async function cardRows(): Promise<Row[]> {
  const chunks = await bundle(card);
  const [entry] = chunks;
  if (!entry) throw new Error('The bundle is empty.');
  const first = closure(chunks, entry);
  if (first.size > 1) {
    // What later files share with the entry goes into the entry, but where of three groups of such modules each leans on
    // the next, and each is shared with other files, the last one is torn off.
    throw new Error(`A card loads ${first.size} files at once, which compress apart: 350 bytes for nothing.`);
  }
  const lazy = [
    ['the rules, for a question that is not plain', 'dist/spec/validate.js'],
    ['the words for what goes wrong', 'dist/elements/message.js'],
    ['the keys of a sparkline', 'dist/elements/metric-card/sparkline-stop.js'],
    ['answers in parts, and refusals', 'dist/client/stitch-parts.js'],
    ['answers kept between visits', 'dist/client/persisted-answers.js'],
    ['what writes CSV', 'dist/format/csv.js'],
    ['the menu, and what it gives', 'dist/elements/menu.js'],
    ['a picture of it', 'dist/chart/picture.js'],
    ['the sandbox, for demo', 'dist/sandbox/index.js'],
  ] as const;
  const picture = [...closure(chunks, chunkWith(chunks, 'dist/chart/picture.js'))];
  if (picture.some(({ moduleIds }) => moduleIds.some((id) => id.includes('node_modules/chart.js/'))))
    throw new Error('The picture of a card loads Chart.js: it is drawn without.');
  return [
    { name: 'elements/metric-card with provider and client', bytes: sum(first), limit: 32_000 },
    ...lazy.map(([name, part]) => {
      const chunk = chunkWith(chunks, part);
      if (first.has(chunk)) throw new Error(`${part} is in the entry: it should be loaded when it is needed.`);
      return { name: `  later: ${name}`, bytes: gzip(chunk.code) };
    }),
  ];
}

async function chartRows(): Promise<Row[]> {
  const chunks = await bundle(chart);
  const [entry] = chunks;
  const library = chunkWith(chunks, 'node_modules/chart.js/');
  if (!entry || library === entry) throw new Error('Chart.js is in the entry: a page of number cards would load it.');
  const before = closure(chunks, entry);
  const drawn = closure(chunks, chunkWith(chunks, 'dist/chart/surface.js'));
  const picture = closure(chunks, chunkWith(chunks, 'dist/chart/picture.js'));
  if (picture.has(library)) throw new Error('A picture loads Chart.js: that of a card is drawn without.');
  const world = closure(chunks, chunkWith(chunks, 'world-atlas'));
  if ([...world].every((chunk) => drawn.has(chunk)))
    throw new Error('The map is in the chart chunk: charts without a map would load it.');
  const tones = closure(chunks, chunkWith(chunks, 'dist/sound/'));
  if ([...tones].every((chunk) => before.has(chunk)))
    throw new Error('The tones are in the entry: they should be loaded when somebody asks for them.');
  return [
    { name: 'the chart chunk', bytes: sum([...drawn].filter((chunk) => !before.has(chunk))), limit: 70_000 },
    { name: '  later: a picture of it', bytes: gzip(chunkWith(chunks, 'dist/chart/picture.js').code) },
    { name: '  later: the map', bytes: sum([...world].filter((chunk) => !before.has(chunk) && !drawn.has(chunk))) },
    { name: '  later: tones', bytes: sum([...tones].filter((chunk) => !before.has(chunk))) },
  ];
}

function cdnRows(): Row[] {
  const folder = new URL('cdn/', root);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ name: `cdn/${file}`, bytes: gzip(readFileSync(new URL(file, folder))) }));
}

const rows: Row[] = [...(await cardRows()), ...(await chartRows()), ...cdnRows()];
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
for (const { name, bytes, limit } of rows) {
  const verdict = limit === undefined ? '' : `of ${kilobytes(limit)}  ${bytes > limit ? 'TOO BIG' : 'ok'}`;
  console.log(`${name.padEnd(48)}${kilobytes(bytes)} ${verdict}`.trimEnd());
}
if (rows.some(({ bytes, limit }) => limit !== undefined && bytes > limit)) {
  console.error('A page pays more than it should: see above, then load less or load it later.');
  process.exit(1);
}
