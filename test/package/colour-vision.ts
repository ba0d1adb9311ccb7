// How far colours are apart: for the eye (contrast), and for eyes that see fewer colours (distance under each vision).

export type Rgb = readonly [red: number, green: number, blue: number];

/** What a matrix makes of linear red, green and blue. */
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * Full dichromacy, by G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of
 * Color Vision Deficiency (2009), table for severity 1.0. Applied to linear light.
 */
export const visions = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, Matrix>>;

/** The linear light of a colour written `#rrggbb`. */
function readHex(hex: string): Rgb {
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new Error(`${hex} is not #rrggbb.`);
  const linear = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [linear(1), linear(3), linear(5)];
}

const dot = ([a, b, c]: Rgb, [x, y, z]: Rgb): number => a * x + b * y + c * z;
const times = ([a, b, c]: Matrix, rgb: Rgb): Rgb => [dot(a, rgb), dot(b, rgb), dot(c, rgb)];

const luminanceOf: Rgb = [0.2126, 0.7152, 0.0722];

/** WCAG 2's contrast ratio: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other]
    .map((hex) => dot(luminanceOf, readHex(hex)) + 0.05)
    .toSorted((a, b) => a - b);
  return light / dark;
}

const xyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
/** D65. */
const white: Rgb = [0.95047, 1, 1.08883];

/** CIE L*a*b* of a colour as a vision sees it. */
function labOf(hex: string, vision: Matrix = visions.normal): Rgb {
  const [red, green, blue] = times(vision, readHex(hex));
  const seen: Rgb = [clamp(red), clamp(green), clamp(blue)];
  const [x, y, z] = times(xyz, seen);
  const [fx, fy, fz] = [curve(x / white[0]), curve(y / white[1]), curve(z / white[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const curve = (t: number): number => (t > 216 / 24_389 ? Math.cbrt(t) : (24_389 / 27 / 116) * t + 16 / 116);

/** CIE76: about 2 is the least that an eye tells apart side by side; marks in one chart need much more. */
const distance = (one: string, other: string, vision?: Matrix): number => {
  const [a, b] = [labOf(one, vision), labOf(other, vision)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** The two colours of a list that are hardest to tell apart, and how far apart they are. */
export function closest(colours: readonly string[], vision?: Matrix): { distance: number; pair: string } {
  return colours
    .flatMap((one, index) =>
      colours.slice(index + 1).map((other) => ({ distance: distance(one, other, vision), pair: `${one} ${other}` })),
    )
    .reduce((least, each) => (each.distance < least.distance ? each : least));
}

/** Which way a colour points, in degrees (0 a bluish red, 90 yellow, 270 blue), how vivid it is, and how light. */
export function tintOf(hex: string): { hue: number; chroma: number; lightness: number } {
  const [lightness, a, b] = labOf(hex);
  return { hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360, chroma: Math.hypot(a, b), lightness };
}
