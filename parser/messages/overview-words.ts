import type { KeyFigures } from '../check/key-figures.ts';
import type { Named, Overview } from '../forms/schema.ts';
import { printed } from './figure.ts';
import type { Language } from './words.ts';

/** What people look at first, in the words of its form. */
type OverviewWords = {
  /** The name of a figure; an id that the form does not list is shown as it is. */
  figure: (id: string) => string;
  /** One figure as a share of another; null where the form forms none. */
  rate: {
    label: string;
    /** `予以公开率 = （一）予以公开 ÷ （七）总计` */
    formula: string;
    /** As a number from 0 on; null where it cannot be formed. */
    share: (figures: KeyFigures) => number | null;
    /** `22.2%`, one decimal; null likewise. */
    value: (figures: KeyFigures) => string | null;
    /** The numbers it was formed from: `予以公开 20 ÷ 办理结果 90`; null likewise. */
    division: (figures: KeyFigures) => string | null;
  } | null;
  /** Lines of a summary: the rate, or figures by their ids. */
  lines: readonly ('rate' | { label: string; figures: readonly string[] })[];
};

/** A name in one language. */
export const nameIn = ({ zh, en }: Named, language: Language): string => (language === 'zh-CN' ? zh : en);

export const overviewWords = (overview: Overview, language: Language): OverviewWords => {
  const figure = (id: string): string => {
    const own = overview.figures.find((one) => one.id === id);
    return own ? nameIn(own, language) : id;
  };
  return {
    figure,
    rate: overview.rate && rateWords(overview.rate, figure, language),
    lines: overview.lines.map((line) =>
      line === 'rate' ? line : { label: nameIn(line, language), figures: line.figures },
    ),
  };
};

const rateWords = (
  { part, whole, label, formula }: NonNullable<Overview['rate']>,
  figure: OverviewWords['figure'],
  language: Language,
): NonNullable<OverviewWords['rate']> => {
  const sides = (figures: KeyFigures): { part: number; whole: number } | null => {
    const [above, below] = [figures[part] ?? null, figures[whole] ?? null];
    return above === null || below === null || below <= 0 ? null : { part: above, whole: below };
  };
  return {
    label: nameIn(label, language),
    formula: nameIn(formula, language),
    share: (figures) => {
      const both = sides(figures);
      return both && both.part / both.whole;
    },
    value: (figures) => {
      const both = sides(figures);
      return both && `${(Math.round((both.part * 1000) / both.whole) / 10).toFixed(1)}%`;
    },
    division: (figures) => {
      const both = sides(figures);
      return both && `${figure(part)} ${printed(both.part)} ÷ ${figure(whole)} ${printed(both.whole)}`;
    },
  };
};
