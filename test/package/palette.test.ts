// Every colour that we ship, read from the style sheets themselves: seen on its ground, and told apart by every eye.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../../scripts/entries.js';
import { closest, contrast, tintOf, visions } from './colour-vision.js';

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];
type Palette = Readonly<Record<Scheme, ReadonlyMap<string, string>>>;

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const withoutComments = (sheet: string): string => sheet.replaceAll(/\/\*.*?\*\//gs, '');

/** The colours of a sheet by name, without what stands before it: `surface`, `series-2`. */
function paletteOf(sheet: string): Palette {
  const colours = /--(?:_|insights-)([\w-]+):\s*(?:var\([\w-]+,\s*)?light-dark\((#\w{6}),\s*(#\w{6})\)/g;
  const found = [...withoutComments(sheet).matchAll(colours)];
  const branch = (at: 2 | 3) => new Map(found.map((match) => [match[1] ?? '', match[at] ?? '']));
  return { light: branch(2), dark: branch(3) };
}

/** Ours, where the accent is the first series. */
function ownPalette(): Palette {
  const palette = paletteOf(`${read('src/elements/theme.styles.ts')}${read('src/elements/series.styles.ts')}`);
  const withAccent = (colours: ReadonlyMap<string, string>) =>
    new Map([...colours, ['series-1', colours.get('accent') ?? '']]);
  return { light: withAccent(palette.light), dark: withAccent(palette.dark) };
}

const themeNames = readdirSync(new URL('src/themes/', root))
  .filter((file) => file.endsWith('.css'))
  .map((file) => file.slice(0, -'.css'.length));

const looks: Readonly<Record<string, { readonly palette: Palette; readonly apart: number }>> = {
  own: { palette: ownPalette(), apart: 18 },
  ...Object.fromEntries(
    themeNames.map((name) => [name, { palette: paletteOf(read(`src/themes/${name}.css`)), apart: 15 }]),
  ),
};

const series = Array.from({ length: 8 }, (_, index) => `series-${index + 1}`);
const least: Readonly<Record<string, number>> = {
  text: 4.5,
  muted: 4.5,
  positive: 4.5,
  negative: 4.5,
  accent: 3,
  ...Object.fromEntries(series.map((name) => [name, 3])),
};

const isPink = (hex: string): boolean => {
  const { hue, chroma, lightness } = tintOf(hex);
  return (hue > 310 || hue < 25) && chroma > 15 && lightness > 45;
};
const isBlue = (hex: string): boolean => {
  const { hue, chroma } = tintOf(hex);
  return hue > 225 && hue < 300 && chroma > 15;
};

describe('what the palettes are measured with', () => {
  it('contrast: the ends of the scale, and a pair that WCAG calls 4.54', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#ffffff', '#ffffff'), 1);
    assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54');
  });

  it('distance: black and white are 100 apart, and red is near green for those who see neither', () => {
    const apart = (a: string, b: string, vision: keyof typeof visions): number =>
      closest([a, b], visions[vision]).distance;
    for (const vision of Object.keys(visions) as (keyof typeof visions)[]) {
      assert.equal(Math.round(apart('#000000', '#ffffff', vision)), 100, vision);
    }
    assert.ok(apart('#cc4444', '#88880f', 'normal') > 60);
    assert.ok(apart('#cc4444', '#88880f', 'deuteranopia') < 30);
    assert.ok(apart('#1a9482', '#3457d5', 'tritanopia') < apart('#1a9482', '#3457d5', 'normal') / 2);
  });

  it('pink and blue are what people call so', () => {
    for (const pink of ['#ff69b4', '#ec4899', '#f9a8d4']) assert.ok(isPink(pink), pink);
    for (const blue of ['#3b82f6', '#3457d5', '#93c5fd', '#1e40af']) assert.ok(isBlue(blue), blue);
    for (const neither of ['#d9620f', '#1a9482', '#5b6270']) assert.ok(!isPink(neither) && !isBlue(neither), neither);
  });
});

describe('palettes', () => {
  it('are ours and two themes', () => assert.deepEqual(Object.keys(looks).toSorted(), ['aurora', 'own', 'paper']));

  for (const [look, { palette, apart }] of Object.entries(looks)) {
    for (const scheme of schemes) {
      const colours = palette[scheme];
      const colour = (name: string): string => colours.get(name) ?? assert.fail(`${look} ${scheme} has no ${name}`);

      for (const [name, ratio] of Object.entries(least)) {
        it(`${look}, ${scheme}: ${name} is ${ratio}:1 or more to the surface`, () => {
          const found = contrast(colour(name), colour('surface'));
          assert.ok(found >= ratio, `${colour(name)} on ${colour('surface')} is ${found.toFixed(2)}:1`);
        });
      }

      for (const [vision, matrix] of Object.entries(visions)) {
        it(`${look}, ${scheme}, ${vision}: any two series are ${apart} or more apart`, () => {
          const found = closest(series.map(colour), matrix);
          assert.ok(found.distance >= apart, `${found.pair}: ${found.distance.toFixed(1)}`);
        });
      }

      it(`${look}, ${scheme}: women and men are not pink and blue`, () => {
        const pair = ['series-1', 'series-2'].map(colour);
        assert.ok(!(pair.some(isPink) && pair.some(isBlue)), pair.join(' '));
      });

      it(`${look}, ${scheme}: the grid is quieter than any text`, () => {
        assert.ok(contrast(colour('grid'), colour('surface')) < 1.6);
      });
    }
  }
});

describe('themes', () => {
  const own = [...read('src/elements/theme.styles.ts').matchAll(/var\((--insights-[\w-]+)/g)];
  const names = [
    ...new Set([...own.map(([, name = '']) => name), ...series.map((name) => `--insights-${name}`)]),
  ].toSorted();

  for (const name of themeNames) {
    const sheet = withoutComments(read(`src/themes/${name}.css`));

    it(`${name} sets each public property once, under its attribute, and nothing else`, () => {
      const rules = [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
        selector: selector.trim().replaceAll('"', "'"),
        set: body
          .split(';')
          .map((line) => line.split(':')[0]?.trim())
          .filter(Boolean),
      }));
      assert.deepEqual(
        rules.map(({ selector }) => selector),
        [`[data-insights-theme='${name}']`],
      );
      assert.deepEqual(rules[0]?.set.toSorted(), names);
    });

    it(`${name} has a light and a dark branch of each colour`, () => {
      const { light, dark } = paletteOf(sheet);
      const colours = names.filter((property) => !/font|radius/.test(property));
      assert.deepEqual([...light.keys()].map((key) => `--insights-${key}`).toSorted(), colours);
      for (const [key, value] of light) assert.notEqual(value, dark.get(key), key);
    });

    it(`${name} loads nothing and names no host`, () => {
      assert.doesNotMatch(sheet, /@|url\(|\/\/|!important/);
      assert.doesNotMatch(read(`src/themes/${name}.css`), /https?:/);
    });
  }
});
