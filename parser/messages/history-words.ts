import type { HistoryFinding } from '../compare/history.ts';
import type { BodySeries } from '../compare/series.ts';
import { refParts } from '../text/ref.ts';
import { printed } from './figure.ts';
import { namesOf } from './names.ts';
import type { Language } from './words.ts';
import { wordsIn } from './words-in.ts';

/** One sentence about a relation between the reports of two years. */
export const historySentence = (finding: HistoryFinding, language: Language): string => {
  const subject = { form: { id: finding.form }, issues: [] };
  const names = namesOf(subject);
  const cell = wordsIn(language).about(subject).cell;
  const [earlier, later] = finding.years;
  const number = (value: number | null): string => (value === null ? '—' : printed(value));
  const off = number(finding.difference === null ? null : Math.abs(finding.difference));
  const [relation = '', key = ''] = finding.id.split('@');
  const target = finding.terms.at(-1);
  const before = finding.terms.filter((term) => term.year === earlier);
  const during = finding.terms.slice(0, -1).filter((term) => term.year === later);
  const zh = language === 'zh-CN';
  const doubt = {
    same: '',
    office: zh
      ? '（发布机关一为政府、一为其办公室，可能不是同一主体）'
      : ' (one report names the government, the other its office: they may be two bodies)',
    alike: zh
      ? '（两年的机关名称不同，可能已更名或合并）'
      : ' (the body has another name in each year: it may have been renamed or merged)',
  }[finding.names];
  const sentence = (): string => {
    switch (relation) {
      case 'history.unchanged':
        return zh
          ? `${later} 年“${names.table(key)}”各格与 ${earlier} 年完全相同，请核实是否沿用了上年数字`
          : `every cell of "${names.table(key)}" is the same in ${later} as in ${earlier}; check whether last year's figures were left in`;
      case 'history.two_reports':
        return zh
          ? `${later} 年有两份数字不同的报告`
          : `there are two reports for ${later} with different figures`;
      default: {
        if (!target) return finding.id;
        const sum = [...before, ...during]
          .map(({ value, weight }, at) => {
            if (at === 0 || value === null)
              return `${at === 0 ? '' : weight === 1 ? ' + ' : ' − '}${number(value)}`;
            const signed = weight * value;
            return `${signed < 0 ? ' − ' : ' + '}${printed(Math.abs(signed))}`;
          })
          .join('');
        const source = before[0] ? cell(before[0].ref) : '';
        const parts = during.map(({ ref }) => names.column(refParts(ref).table, refParts(ref).column));
        const others = before
          .slice(1)
          .map(({ ref }) => names.column(refParts(ref).table, refParts(ref).column));
        const extra = [...others, ...parts].map((label) => (zh ? label.zh : label.en));
        if (zh) {
          const with_ = extra.length > 0 ? `加减${extra.map((label) => `“${label}”`).join('')}` : '';
          return `${later} 年${cell(target.ref)}为 ${number(finding.printed)}，${earlier} 年${source}${with_}为 ${sum}${finding.outcome === 'violated' ? `，相差 ${off}` : ''}`;
        }
        const with_ = extra.length > 0 ? ` with ${extra.join(', ')}` : '';
        return `${cell(target.ref)} in ${later} is ${number(finding.printed)}; ${source} in ${earlier}${with_} is ${sum}${finding.outcome === 'violated' ? `, difference ${off}` : ''}`;
      }
    }
  };
  return `${sentence()}${doubt}`;
};

/** What is to be said of the series itself: years without a report, another name the year before. Nothing where all is in order. */
export const seriesSentences = ({ authority, missing, before }: BodySeries, language: Language): string[] => {
  const zh = language === 'zh-CN';
  const sentences: string[] = [];
  if (missing.length > 0)
    sentences.push(
      zh
        ? `没有 ${missing.join('、')} 年度的报告，相邻年度无法比较`
        : `no report was given for ${missing.join(' and ')}, so the neighbouring years cannot be compared`,
    );
  if (before) {
    const { authority: name, year, names } = before;
    const how = {
      same: zh ? '同一名称' : 'the same name',
      office: zh
        ? '一为政府、一为其办公室，可能不是同一主体'
        : 'one is the government, the other its office: they may be two bodies',
      alike: zh ? '可能已更名或合并' : 'it may have been renamed or merged',
    }[names];
    sentences.push(
      zh
        ? `${year} 年与“${name}”的报告比较（${how}）`
        : `for ${year} compared with the report of ${name}, now ${authority} (${how})`,
    );
  }
  return sentences;
};
