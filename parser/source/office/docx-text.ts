import type { Obscurity } from '../../issue.ts';
import type { DocxStyles } from './docx-styles.ts';
import { doubtOfField, isDropDown } from './fields.ts';
import type { RunSetting } from './seen.ts';
import { alternativeOf, childOf, descendants, type Element, elementsIn, textIn, valIn } from './xml.ts';

/** The text of a paragraph of Word: runs, what stands around them, and fields (ECMA-376 part 1, 17.3, 17.16). */

/** Who is told of the text of a paragraph, piece by piece. */
export type TextSink = {
  text: (text: string, set: RunSetting) => void;
  line: () => void;
  picture: (alt: string, floating: boolean) => void;
  /** The reader sees more here than the text says. */
  doubt: (why: Obscurity) => void;
  /** What stands in a text box. */
  box: (content: Element) => void;
  /** A note of the document, by its kind and id; gives the text of its mark. */
  note: (kind: 'footnotes' | 'endnotes', id: string) => string;
};

/** What stands around a run and is passed on to it: style of table and paragraph, and the ground. */
export type RunContext = { paragraph: Element | undefined; table: string | undefined; ground: string | null };

/** Elements around runs that change nothing of what is seen. */
const wrappers: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:dir',
  'w:sdtContent',
]);
/** A field that stands open: from its begin on its code is written, from `separate` on what it shows; `result` where there is any. */
type Field = { code: string; data: Element | undefined; shows: boolean; result: boolean };

/** Signs of the font Symbol that stand where ASCII has them: digits, and what may stand beside them. */
const symbolSigns = /^[\d+./,%()[\] ]$/;

const signOf = ({ attributes }: Element): string | null => {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16) & 0xff;
  const sign = String.fromCharCode(code);
  return attributes['w:font'] === 'Symbol' && symbolSigns.test(sign) ? sign : null;
};

/** Goes through paragraphs in order: a field may begin in one and end in another. */
export class TextReader {
  readonly #styles: DocxStyles;
  readonly #sink: TextSink;
  readonly #fields: Field[] = [];

  constructor(styles: DocxStyles, sink: TextSink) {
    this.#styles = styles;
    this.#sink = sink;
  }

  /** @param content a paragraph, or anything that holds runs. */
  read(content: Element, around: RunContext): void {
    for (const child of elementsIn(content)) this.#part(child, around);
  }

  #part(part: Element, around: RunContext): void {
    switch (part.name) {
      case 'w:r':
        this.#run(part, around);
        return;
      case 'w:sdt':
        this.#control(part, around);
        return;
      case 'w:dir':
      case 'w:bdo':
        if (part.attributes['w:val'] === 'rtl') this.#sink.doubt('reordered');
        this.read(part, around);
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (
          [...descendants(part, 'w:delText'), ...descendants(part, 'w:t')].some((one) => textIn(one) !== '')
        )
          this.#sink.text('', { ...this.#setting(undefined, around), why: 'revised', gone: true });
        return;
      case 'w:fldSimple': {
        const code = part.attributes['w:instr'] ?? '';
        const empty = [...descendants(part, 'w:t')].every((one) => textIn(one) === '');
        if (empty) this.#resultless({ code, data: undefined }, this.#setting(undefined, around));
        this.read(part, around);
        return;
      }
      case 'w:ruby':
        this.#ruby(part, around);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        this.#formula(part, around);
        return;
      case 'mc:AlternateContent':
        this.#alternative(part, (chosen) => this.read(chosen, around));
        return;
      default:
        if (wrappers.has(part.name)) this.read(part, around);
    }
  }

  #setting(run: Element | undefined, { paragraph, table, ground }: RunContext): RunSetting {
    return this.#styles.settingOf(run, paragraph, table, ground);
  }

  #alternative(part: Element, read: (chosen: Element) => void): void {
    const chosen = alternativeOf(part);
    if (chosen) read(chosen);
  }

  #run(run: Element, around: RunContext): void {
    const set = this.#setting(run, around);
    for (const part of elementsIn(run)) this.#inRun(part, set, around);
  }

  #inRun(part: Element, set: RunSetting, around: RunContext): void {
    if (part.name === 'w:fldChar') {
      this.#fieldMark(part, set);
      return;
    }
    const field = this.#fields.at(-1);
    if (field && !field.shows) {
      if (part.name === 'w:instrText') field.code += textIn(part);
      return;
    }
    // Whatever stands in a field is its result, and that of those around it.
    if (part.name !== 'w:rPr' && (part.name !== 'w:t' || textIn(part) !== ''))
      for (const open of this.#fields) open.result = true;
    switch (part.name) {
      case 'w:t':
        this.#sink.text(textIn(part), set);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.#sink.text(' ', set);
        return;
      case 'w:noBreakHyphen':
        this.#sink.text('-', set);
        return;
      case 'w:br':
      case 'w:cr':
        this.#sink.line();
        return;
      case 'w:sym': {
        const sign = signOf(part);
        // U+FFFD stands for a sign that is there and not known.
        this.#sink.text(sign ?? '\uFFFD', sign === null ? { ...set, why: set.why ?? 'glyphs' } : set);
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = part.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
        const mark = this.#sink.note(kind, part.attributes['w:id'] ?? '');
        if (part.attributes['w:customMarkFollows'] === undefined)
          this.#sink.text(mark, { ...set, shift: '', mark: false, size: 0 });
        return;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'w:contentPart':
        this.#drawing(part, set);
        return;
      case 'w:ruby':
        this.#ruby(part, around);
        return;
      case 'w:pgNum':
      case 'w:dayShort':
      case 'w:dayLong':
      case 'w:monthShort':
      case 'w:monthLong':
      case 'w:yearShort':
      case 'w:yearLong':
        this.#sink.doubt('generated');
        return;
      case 'mc:AlternateContent':
        this.#alternative(part, (chosen) => {
          for (const child of elementsIn(chosen)) this.#inRun(child, set, around);
        });
        return;
      default:
    }
  }

  #fieldMark(mark: Element, set: RunSetting): void {
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin') {
      this.#fields.push({ code: '', data: childOf(mark, 'w:ffData'), shows: false, result: false });
      return;
    }
    const field = this.#fields.at(-1);
    if (!field) return;
    if (type === 'separate') {
      field.shows = !isDropDown(field.code);
      return;
    }
    if (type !== 'end') return;
    this.#fields.pop();
    // Within the code of another field it is a part of that code.
    const resultless = !field.shows || !field.result;
    if (resultless && this.#fields.every(({ shows }) => shows)) this.#resultless(field, set);
  }

  /** A field without a result shows what Word makes of its code. */
  #resultless({ code, data }: Pick<Field, 'code' | 'data'>, set: RunSetting): void {
    const list = childOf(data, 'w:ddList');
    const entries = list ? elementsIn(list).filter((one) => one.name === 'w:listEntry') : [];
    const chosen = list && entries[Number(valIn(list, 'w:result') ?? valIn(list, 'w:default') ?? 0)];
    const why = doubtOfField(code);
    if (chosen) this.#sink.text(chosen.attributes['w:val'] ?? '', set);
    else if (why !== null) this.#sink.doubt(why);
  }

  /** A control shows what is chosen or typed; until then, words that ask for it. */
  #control(control: Element, around: RunContext): void {
    const properties = childOf(control, 'w:sdtPr');
    const content = childOf(control, 'w:sdtContent');
    if (!content || [...descendants(content, 'w:t')].every((one) => textIn(one).trim() === ''))
      this.#sink.doubt('control');
    else if (childOf(properties, 'w:showingPlcHdr')) this.#sink.doubt('control');
    if (content) this.read(content, around);
  }

  #ruby(ruby: Element, around: RunContext): void {
    const guide = childOf(ruby, 'w:rt');
    if (guide && /\p{N}/u.test(textIn(guide))) this.#sink.doubt('raised');
    const base = childOf(ruby, 'w:rubyBase');
    if (base) this.read(base, around);
  }

  /** A formula of nothing but runs in a row shows their text; any other is a drawing. */
  #formula(formula: Element, around: RunContext): void {
    const parts = elementsIn(formula).flatMap((part) =>
      part.name === 'm:oMath' ? elementsIn(part) : [part],
    );
    const shown = parts.filter((part) => !part.name.endsWith('Pr'));
    if (shown.some((part) => part.name !== 'm:r')) this.#sink.doubt('drawn');
    for (const run of descendants(formula, 'm:r'))
      for (const text of descendants(run, 'm:t')) this.#sink.text(textIn(text), this.#setting(run, around));
  }

  #drawing(drawing: Element, set: RunSetting): void {
    if (set.gone) return;
    const about = [...descendants(drawing, 'wp:docPr')][0]?.attributes;
    if (about?.hidden === '1' || about?.hidden === 'true') return;
    // A shape may be written twice, for Word of old and of today.
    const boxes = drawn(drawing);
    for (const box of boxes) this.#sink.box(box);
    if (boxes.length > 0) return;
    const floating = childOf(drawing, 'wp:anchor') !== undefined;
    this.#sink.picture(about?.descr ?? '', floating);
  }
}

/** The contents of text boxes in a drawing, of each alternative the first. */
const drawn = (part: Element): Element[] =>
  elementsIn(part).flatMap((child) => {
    if (child.name === 'w:txbxContent') return [child];
    if (child.name !== 'mc:AlternateContent') return drawn(child);
    const chosen = alternativeOf(child);
    return chosen ? drawn(chosen) : [];
  });
