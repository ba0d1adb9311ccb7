import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import type { Tag } from '../../demo/gallery/cases/case.js';
import { sections } from '../../demo/gallery/cases/sections.js';
import { controlsFor, readView, searchOf, tongues } from '../../demo/gallery/view.js';
import { elementFolders, root } from '../../scripts/entries.js';
import { languages } from '../../src/format/languages.js';
import { compare, edgeTolerance, isTolerable, surfaceTolerance } from '../gallery/compare.js';
import { colourStep, crop, type Picture, withFewerColours } from '../gallery/picture.js';
import { decodePng, encodePng } from '../gallery/png.js';

type Paint = (x: number, y: number) => readonly [number, number, number];

const paint = (colour: Paint, width = 320, height = 180): Picture => {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set(colour(x, y), (y * width + x) * 3);
  return { width, height, data };
};

const isIn = (x: number, y: number, size: number): boolean => x >= 100 && x < 100 + size && y >= 50 && y < 50 + size;

/** A card: a surface, a square of an accent, and an edge with shades of both. */
const card = ({ surface = 255, size = 40, accent = 52, edge = 0, height = 180 } = {}): Picture =>
  paint(
    (x, y) => {
      if (isIn(x, y, size)) return [accent, 87, 213];
      if (x === 99 && y >= 50 && y < 50 + size) return [150 + edge, 170, 235];
      return [surface, surface, surface];
    },
    320,
    height,
  );

/** As many shades as smoothed letters have. */
const shades = paint((x, y) => (y === 90 ? [x % 256, (x * 3) % 256, (x * 7) % 256] : [244, 245, 247]));

describe('pictures of the gallery: compare', () => {
  const cases: readonly (readonly [string, Picture, boolean])[] = [
    ['the same picture', card(), true],
    ['an edge that is smoothed a little differently', card({ edge: edgeTolerance }), true],
    ['a surface that is rounded differently', card({ surface: 255 - surfaceTolerance }), true],
    ['another surface, ever so slightly', card({ surface: 255 - surfaceTolerance - 1 }), false],
    ['another accent', card({ accent: 52 + edgeTolerance }), false],
    ['a bar that is one pixel longer', card({ size: 41 }), false],
    ['an edge that is another', card({ edge: edgeTolerance + 1 }), false],
    ['a box that is one pixel higher', card({ height: 181 }), false],
    ['a box that is one pixel narrower', crop(card(), { x: 0, y: 0, width: 319, height: 180 }), false],
  ];
  for (const [what, now, isSame] of cases) {
    it(`${what}: ${isSame ? 'the same' : 'a difference'}`, () => {
      assert.equal(isTolerable(compare(card(), now)), isSame);
      assert.equal(isTolerable(compare(now, card())), isSame);
    });
  }

  it('counts what is off, and draws it in red on the pale picture', () => {
    const { count, share, drawn } = compare(card(), card({ size: 41 }));
    // A row and a column of the square; the edge beside it is one pixel longer.
    assert.equal(count, 82);
    assert.equal(share, 82 / (320 * 180));
    assert.deepEqual([...crop(drawn, { x: 140, y: 60, width: 1, height: 1 }).data], [0xdc, 0, 0x28]);
    assert.deepEqual([...crop(drawn, { x: 0, y: 0, width: 1, height: 1 }).data], [254, 254, 254]);
  });
});

describe('pictures of the gallery: fewer colours', () => {
  it('leave surfaces as they are, move no channel far, and are the same picture', () => {
    const reduced = withFewerColours(shades);
    const far = shades.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (reduced.data[at] ?? 0))), 0);
    assert.ok(far > 0 && far <= colourStep, String(far));
    assert.deepEqual(
      [...crop(reduced, { x: 0, y: 0, width: 2, height: 2 }).data],
      [...crop(shades, { x: 0, y: 0, width: 2, height: 2 }).data],
    );
    assert.ok(isTolerable(compare(reduced, shades)));
    assert.ok(colourStep < edgeTolerance);
  });

  it('keep a surface that is near a commoner one', () => {
    const near = paint((x) => (x < 200 ? [255, 255, 255] : [252, 252, 252]));
    assert.deepEqual(withFewerColours(near).data, near.data);
  });
});

/** A PNG of 4 by 5 pixels whose rows have the filters 0 to 4: https://www.w3.org/TR/png-3/#9Filters */
function filteredPng(raw: readonly number[], kind: number, step: number): Buffer {
  const length = 4 * step;
  const at = (row: number, column: number): number => (row < 0 || column < 0 ? 0 : (raw[row * length + column] ?? 0));
  const rows = Array.from({ length: 5 }, (_, row) => [
    row,
    ...Array.from({ length }, (__, column) => {
      const [a, b, c] = [at(row, column - step), at(row - 1, column), column < step ? 0 : at(row - 1, column - step)];
      const nearest = [a, b, c].toSorted((one, other) => Math.abs(a + b - c - one) - Math.abs(a + b - c - other))[0];
      const guesses = [0, a, b, Math.floor((a + b) / 2), nearest ?? 0];
      return (at(row, column) - (guesses[row] ?? 0)) & 255;
    }),
  ]);
  const chunk = (type: string, body: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    return Buffer.concat([size, Buffer.from(type), body, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([0, 0, 0, 4, 0, 0, 0, 5, 8, kind, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('pictures of the gallery: PNG', () => {
  for (const [what, picture] of [
    ['few colours', card()],
    ['more than 256 colours', shades],
    ['a single pixel', paint(() => [1, 2, 3], 1, 1)],
  ] as const) {
    it(`${what}: what is written is read again`, () => assert.deepEqual(decodePng(encodePng(picture)), picture));
  }

  it('few colours make a small file', () => assert.ok(encodePng(card()).length < 1000));

  it('reads what others write: rows with each filter, with and without transparency', () => {
    for (const [kind, step] of [
      [2, 3],
      [6, 4],
    ] as const) {
      const raw = Array.from({ length: 5 * 4 * step }, (_, at) =>
        at % step === 3 ? 255 : (at * 89 + (at % 7) * 31) % 256,
      );
      const expected = raw.filter((_, at) => at % step < 3);
      assert.deepEqual([...decodePng(filteredPng(raw, kind, step)).data], expected);
    }
  });

  it('reads a picture of the documentation', () => {
    const { width, height, data } = decodePng(readFileSync(new URL('docs/dashboard.png', root)));
    assert.equal(data.length, width * height * 3);
    const corner = { x: width - 1, y: height - 1, width: 1, height: 1 };
    assert.deepEqual(crop({ width, height, data }, corner).data, data.subarray(0, 3));
  });

  it('refuses what is none', () => {
    assert.throws(() => decodePng(Buffer.from('no picture')), /no PNG/);
  });
});

const tagsOf = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(tagsOf)];

describe('the gallery', () => {
  it('has a section for each element', () => {
    const known = sections.map(({ element }) => element);
    assert.deepEqual(known.toSorted(), elementFolders());
  });

  it('has cases with a name each, and pictures of each element', () => {
    for (const { element, cases } of sections) {
      const names = cases.map(({ name }) => name);
      assert.deepEqual(names, [...new Set(names)], element);
      for (const name of names) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(
        cases.some(({ pictured }) => pictured),
        element,
      );
      for (const { name, tag } of cases)
        assert.ok(
          tagsOf(tag).some((one) => one.tag === `insights-${element}`),
          `${element}/${name}`,
        );
    }
  });

  it('names every attribute as the elements do', () => {
    interface Declaration {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
    }
    const { modules } = JSON.parse(readFileSync(new URL('custom-elements.json', root), 'utf8')) as {
      modules: { declarations?: Declaration[] }[];
    };
    const declared = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
    const attributes = new Map(declared.map((one) => [one.tagName, (one.attributes ?? []).map(({ name }) => name)]));
    // An access token has no attribute: that is its case.
    const unknown = sections
      .flatMap(({ cases }) => cases.flatMap(({ tag }) => tagsOf(tag)))
      .flatMap(({ tag, attributes: used = {} }) =>
        Object.keys(used)
          .filter((name) => !attributes.get(tag)?.includes(name))
          .map((name) => `${tag} ${name}`),
      );
    // An access token has no attribute: that is its case.
    assert.deepEqual([...new Set(unknown)], ['insights-metric-card access-token']);
  });

  it('has each language that there are words in', () => {
    const shown = tongues.map(({ value }) => value.split('-')[0] ?? '');
    assert.deepEqual(shown.toSorted(), ['en', ...Object.keys(languages)].toSorted());
  });

  it('has an address for each view, and takes any address', () => {
    const controls = controlsFor(['metric-card']);
    const usual = readView('', controls);
    assert.deepEqual(usual, { element: '', theme: 'system', lang: 'en', dir: 'ltr', width: '480', text: '100' });
    assert.deepEqual(readView('?theme=puce&width=-1&element=%3Cscript%3E', controls), usual);
    const search = searchOf({ ...usual, theme: 'paper-dark', dir: 'rtl' }, controls, '?picture&theme=light');
    assert.equal(search, '?picture=&theme=paper-dark&dir=rtl');
    assert.deepEqual(readView(search, controls), { ...usual, theme: 'paper-dark', dir: 'rtl' });
    assert.equal(searchOf(usual, controls, '?theme=dark'), '');
  });
});
