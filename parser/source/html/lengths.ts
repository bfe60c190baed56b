/** Lengths of CSS in pixels (CSS Values 4, 5, 6 and 10). */

const units: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  // Of the screen of a desk.
  vw: 12.8,
  vh: 8,
  rem: 16,
};

const aLength = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?:e[+-]?\d{1,3})?)([a-z%]{0,5})$/;

/** Longer ones are no length that a person wrote. */
const longest = 200;

/** A length in pixels; `em` is the size of the letters, `%` that of what it is a part of. NaN where it is none. */
export const pixels = (text: string, em: number, whole = em): number => {
  const parts = aLength.exec(text);
  if (!parts) return text.includes('(') && text.length <= longest ? computed(text, em, whole) : Number.NaN;
  const number = Number(parts[1]);
  const unit = parts[2] ?? '';
  if (unit === '%') return (number * whole) / 100;
  if (unit === 'em') return number * em;
  if (unit === 'ex' || unit === 'ch') return (number * em) / 2;
  if (unit === '') return number;
  return number * (units[unit] ?? Number.NaN);
};

const aCall = /^(-?[a-z-]{0,12})\(([\s\S]*)\)$/;

/** The parts of a text between signs that stand in no bracket. */
const partsAt = (text: string, signs: RegExp): string[] => {
  const parts: string[] = [];
  let deep = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') deep++;
    else if (text[at] === ')') deep--;
    else if (deep === 0 && signs.test(text.slice(at, at + 3))) {
      parts.push(text.slice(from, at), text.slice(at, at + 3).trim());
      from = at + (text[at] === ' ' ? 3 : 1);
    }
  }
  return [...parts, text.slice(from)];
};

const added = /^ [+-] $/;
const multiplied = /^[*/]/;
const parted = /^,/;

/** The value of `calc()`, `min()`, `max()`, `clamp()` or of brackets; a number without a unit counts as it is. */
const computed = (text: string, em: number, whole: number): number => {
  const call = aCall.exec(text.trim());
  if (!call) return Number.NaN;
  const values = partsAt(call[2] ?? '', parted)
    .filter((_, at) => at % 2 === 0)
    .map((part) => sumOf(part, em, whole));
  const [first = Number.NaN, second = first, third = second] = values;
  switch (call[1]) {
    case '':
    case 'calc':
      return values.length === 1 ? first : Number.NaN;
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'clamp':
      return values.length === 3 ? Math.max(first, Math.min(second, third)) : Number.NaN;
    default:
      return Number.NaN;
  }
};

const sumOf = (text: string, em: number, whole: number): number => {
  const parts = partsAt(text.trim(), added);
  let sum = productOf(parts[0] ?? '', em, whole);
  for (let at = 1; at < parts.length; at += 2) {
    const next = productOf(parts[at + 1] ?? '', em, whole);
    sum += parts[at] === '-' ? -next : next;
  }
  return sum;
};

const productOf = (text: string, em: number, whole: number): number => {
  const parts = partsAt(text, multiplied);
  let product = pixels((parts[0] ?? '').trim(), em, whole);
  for (let at = 1; at < parts.length; at += 2) {
    const next = pixels((parts[at + 1] ?? '').trim(), em, whole);
    product = parts[at]?.startsWith('/') ? product / next : product * next;
  }
  return product;
};
