import type { Between, OpenForm, OpenHalf, OpenSum, OpenTable } from '../forms/open-form.ts';
import { openForms } from '../forms/registry.ts';
import type { Rule } from './rule.ts';
import type { Language } from './words.ts';

/** The rules of forms with open rows, each with figures that break it. */

type NamedPart = { id: string; zh: string; en: string };

const nameIn = (list: readonly NamedPart[], id: string, zh: boolean): string => {
  const found = list.find((one) => one.id === id);
  return (zh ? found?.zh : found?.en) ?? id;
};

/** What stands on both sides: the total, then the first parts that are no other's. */
const termsOf = (half: OpenHalf, table: OpenTable, sum: OpenSum, zh: boolean): [string, ...string[]] => {
  switch (sum.over) {
    case 'rows':
      return [
        nameIn(half.columns, sum.target, zh),
        ...sum.parts.map(({ id, weight }) => `${weight < 0 ? '− ' : ''}${nameIn(half.columns, id, zh)}`),
      ];
    case 'codes':
      return ['201', '20101', '20102'];
    case 'halves': {
      const [other, line] = sum.other;
      return [nameIn(half.lines, sum.own[0], zh), nameIn(table.halves[other]?.lines ?? [], line, zh)];
    }
    case 'columns': {
      const target = nameIn(half.lines, sum.target, zh);
      if (sum.parts === 'listed') return [target, '一', '二'];
      if (sum.parts === 'below')
        return [target, ...(half.lines.find(({ id }) => id === sum.target)?.parts ?? [])];
      if ('codes' in sum.parts) {
        const [one = '201', two = '208'] = sum.parts.codes;
        return [target, one, two];
      }
      return [target, ...sum.parts.map((id) => nameIn(half.lines, id, zh))];
    }
  }
};

/** 3 + 2 against 6; where there is one part only, or something is taken off, other figures. */
const exampleOf = (half: OpenHalf, table: OpenTable, sum: OpenSum, zh: boolean): string => {
  const [target, ...parts] = termsOf(half, table, sum, zh);
  const off = parts.find((part) => part.startsWith('− '));
  const [first = '', second] = parts;
  if (second === undefined) return `${target} 6 ≠ ${first} 5`;
  const rest = parts.length > 2 && !off ? (zh ? '（其余为 0）' : ' (all others 0)') : '';
  return `${first} 3 + ${second} 2${off ? ` ${off} 1` : ''}${rest} ≠ ${target} 6`;
};

const scopeOf = (table: OpenTable, { over }: OpenSum, zh: boolean): string => {
  if (over === 'halves') return zh ? `“${table.title}”左右两方` : `both sides of "${table.title}"`;
  return zh
    ? `“${table.title}”各${over === 'rows' ? '行' : '列'}`
    : `each ${over === 'rows' ? 'row' : 'column'} of "${table.title}"`;
};

const sourceOf = ({ title, issuedAs }: OpenForm, zh: boolean): string =>
  zh ? `${title}（${issuedAs}）` : `${title} (${issuedAs})`;

const ruleOf = (form: OpenForm, table: OpenTable, sum: OpenSum, zh: boolean): Rule[] => {
  const half = table.halves[sum.half];
  return half
    ? [
        {
          id: `${form.id}.${table.id}.${sum.id}`,
          level: 'error',
          relation: zh ? sum.zh : sum.en,
          scope: scopeOf(table, sum, zh),
          wording: null,
          source: sourceOf(form, zh),
          example: exampleOf(half, table, sum, zh),
        },
      ]
    : [];
};

const betweenRule = (form: OpenForm, relation: Between, zh: boolean): Rule => {
  const names =
    relation.over === 'cells' ? [relation.target, ...relation.parts] : [relation.target, relation.part];
  const titles = [
    ...new Set(names.map(({ table }) => form.tables.find(({ id }) => id === table)?.title ?? table)),
  ];
  return {
    id: `${form.id}.${relation.id}`,
    level: 'hint',
    relation: zh ? relation.zh : relation.en,
    scope: zh
      ? `${titles.map((title) => `“${title}”`).join('、')}之间，相差超过末位 ${relation.within} 个单位的`
      : `between ${titles.map((title) => `"${title}"`).join(' and ')}, where they differ by more than ${relation.within} in the last place`,
    wording: null,
    source: sourceOf(form, zh),
    example: '461.08 ≠ 461.05',
  };
};

export const openRules = (language: Language): Rule[] => {
  const zh = language === 'zh-CN';
  return openForms.flatMap((form) => [
    ...form.tables.flatMap((table) => table.sums.flatMap((sum) => ruleOf(form, table, sum, zh))),
    ...form.between.map((relation) => betweenRule(form, relation, zh)),
  ]);
};
