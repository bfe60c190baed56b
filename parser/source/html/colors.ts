/** Colours as pages write them (CSS Color 4). */

type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** All names of colours, each with its six digits (CSS Color 4, 6.1). */
const names =
  'aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc ' +
  'bisque ffe4c4 black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a ' +
  'burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e coral ff7f50 ' +
  'cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b ' +
  'darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b ' +
  'darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 ' +
  'darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f ' +
  'darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 ' +
  'dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 ' +
  'fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 ' +
  'green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c ' +
  'indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 ' +
  'lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 ' +
  'lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a ' +
  'lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 ' +
  'lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff ' +
  'maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db ' +
  'mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc ' +
  'mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 ' +
  'navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 ' +
  'orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee ' +
  'palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd ' +
  'powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 ' +
  'saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d ' +
  'silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa ' +
  'springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 ' +
  'turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 ' +
  'yellowgreen 9acd32';

const known = new Map<string, Color>();

const fromHex = (digits: string): Color => {
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const at = (from: number): number => Number.parseInt(long.slice(from, from + 2), 16);
  return [at(0), at(2), at(4), long.length === 8 ? at(6) / 255 : 1];
};

/** Colours of the system, as on a light one. */
const systems: Readonly<Record<string, string>> = {
  transparent: '00000000',
  windowtext: '000000',
  canvastext: '000000',
  text: '000000',
  buttontext: '000000',
  window: 'ffffff',
  canvas: 'ffffff',
  background: 'ffffff',
  field: 'ffffff',
};

const namedColor = (name: string): Color | null => {
  if (known.size === 0) {
    for (const [system, digits] of Object.entries(systems)) known.set(system, fromHex(digits));
    const words = names.split(' ');
    for (let at = 0; at < words.length; at += 2) known.set(words[at] ?? '', fromHex(words[at + 1] ?? ''));
  }
  return known.get(name) ?? null;
};

/** A part of a colour: a number, or a percentage of what is whole. */
const part = (text: string | undefined, whole: number): number => {
  const number = Number.parseFloat(text ?? '');
  return text?.endsWith('%') ? (number * whole) / 100 : number;
};

const fromHsl = (hue: number, saturation: number, lightness: number, alpha: number): Color => {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const at = (shift: number): number => {
    const place = (((shift + hue / 30) % 12) + 12) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  };
  return [at(0), at(8), at(4), alpha];
};

const call = /^([a-z]{2,6})\(([^()]+)\)$/;

/** A colour, `null` where it is not known which. Of those that are given by their lightness only that counts. */
export const colorOf = (text: string): Color | null => {
  const hex = /^#?((?:[0-9a-f]{3,4}){1,2})$/.exec(text)?.[1];
  if (hex && (text.startsWith('#') || hex.length === 6)) return fromHex(hex);
  const [, kind, inside = ''] = call.exec(text) ?? [];
  if (kind === undefined) return namedColor(text);
  const parts = inside.split(/[\s,/]+/).filter((one) => one !== '');
  const last = parts[kind === 'color' ? 4 : 3];
  const alpha = last === undefined || last === 'none' ? 1 : part(last, 1);
  const [one, two, three] = parts;
  switch (kind) {
    case 'rgb':
    case 'rgba':
      return three === undefined ? null : [part(one, 255), part(two, 255), part(three, 255), alpha];
    case 'hsl':
    case 'hsla':
      return three === undefined
        ? null
        : fromHsl(
            part(one, 360),
            part(two, 1) / (two?.endsWith('%') ? 1 : 100),
            part(three, 1) / (three.endsWith('%') ? 1 : 100),
            alpha,
          );
    case 'color': {
      const [, red, green, blue] = parts;
      return blue === undefined
        ? null
        : [part(red, 1) * 255, part(green, 1) * 255, part(blue, 1) * 255, alpha];
    }
    case 'oklch':
    case 'oklab': {
      const light = part(one, 1) * 255;
      return [light, light, light, alpha];
    }
    case 'lch':
    case 'lab': {
      const light = part(one, 100) * 2.55;
      return [light, light, light, alpha];
    }
    default:
      return null;
  }
};

/** How light a colour is, from 0 to 765. */
const lightnessOf = ([red, green, blue]: Color): number => red + green + blue;

/** Whoever writes in a colour that is at most so light sees it on every ground that is lighter still. */
const middle = 384;
const leastContrast = 40;

/** Is text in this colour seen on every light ground? */
export const isDark = (text: string): boolean => {
  const color = colorOf(text);
  return color !== null && color[3] > 0.5 && lightnessOf(color) < middle;
};

/** Is dark text seen on a ground of this colour? */
export const isLight = (text: string): boolean => {
  const color = colorOf(text);
  return (
    color !== null && (color[3] === 0 || (color[3] === 1 && lightnessOf(color) >= middle + leastContrast))
  );
};

export const isClear = (text: string): boolean => (colorOf(text)?.[3] ?? 1) < 0.1;

/** Colours that nobody can tell apart. */
export const sameColor = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [a, b] = [colorOf(one), colorOf(other)];
  if (!a || !b) return false;
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) < leastContrast;
};
