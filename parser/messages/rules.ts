import { forms } from '../forms/registry.ts';
import type { Form, FormTable, Identity } from '../forms/schema.ts';
import { type Label, namesOf } from './names.ts';
import { openRules } from './open-rules.ts';
import type { Rule } from './rule.ts';
import { beyondForms } from './rules-beyond.ts';
import type { Language } from './words.ts';

const chinese = (language: Language): boolean => language === 'zh-CN';

const nameOf = (label: Label, language: Language): string =>
  chinese(language) ? label.zh.replace(/\s+/g, '') : label.en;

/** Terms with figures that do not add up: 3 + 2 against 6, whatever the rule. */
const exampleOf = (form: Form, identity: Identity, language: Language): string => {
  const names = namesOf({ form, issues: [] });
  const named = (id: string): string =>
    nameOf(
      identity.over === 'columns' ? names.row(identity.table, id) : names.column(identity.table, id),
      language,
    );
  const side = (ids: readonly string[], values: readonly number[]): string =>
    values.flatMap((value, at) => (ids[at] === undefined ? [] : [`${named(ids[at])} ${value}`])).join(' + ');
  const { left, right } = identity;
  const rest = left.length > 2 ? (chinese(language) ? '（其余为 0）' : ' (all others 0)') : '';
  return `${side(left, [3, 2])}${rest} ≠ ${side(right, right.length > 1 ? [4, 2] : [6])}`;
};

const titleOf = (table: FormTable | undefined, id: string): string => table?.title ?? id;

const fromForm = (form: Form, identity: Identity, language: Language): Rule => {
  const table = titleOf(
    form.tables.find(({ id }) => id === identity.table),
    identity.table,
  );
  const zh = chinese(language);
  return {
    id: identity.id,
    level: 'error',
    relation: zh ? identity.zh : identity.en,
    scope: zh
      ? `“${table}”各${identity.over === 'columns' ? '列' : '行'}`
      : `each ${identity.over === 'columns' ? 'column' : 'row'} of "${table}"`,
    wording: identity.wording,
    source: zh ? `${form.title}（${form.issuedAs}）` : `${form.title} (${form.issuedAs})`,
    example: exampleOf(form, identity, language),
  };
};

/** Every rule that is checked, those of the forms first. A rule that several forms share stands once for each source. */
export const rulesIn = (language: Language): Rule[] => {
  const ofForms = forms.flatMap((form) =>
    form.identities.map((identity) => fromForm(form, identity, language)),
  );
  const merged = new Map<string, Rule>();
  for (const rule of ofForms) {
    const key = [rule.id, rule.relation, rule.wording].join('\n');
    const same = merged.get(key);
    merged.set(
      key,
      same ? { ...same, source: `${same.source}${chinese(language) ? '；' : '; '}${rule.source}` } : rule,
    );
  }
  const yearly = new Map(forms.flatMap((form) => form.yearly.map((relation) => [relation.id, relation])));
  return [
    ...merged.values(),
    ...openRules(language),
    ...[...yearly.values()].map(({ id, level, words }) => ({
      id: `history.${id}`,
      level,
      ...(chinese(language) ? words.zh : words.en),
    })),
    ...beyondForms.map(({ id, level, texts }) => ({ id, level, ...texts[language] })),
  ];
};

/** Names of levels, and of what is said of each rule. */
export const ruleWords: Record<
  Language,
  {
    title: string;
    intro: string;
    level: Record<Rule['level'], string>;
    parts: Record<'level' | 'relation' | 'scope' | 'wording' | 'source' | 'example', string>;
    noWording: string;
  }
> = {
  'zh-CN': {
    title: '核对规则',
    intro:
      '每条规则有三种结果：成立、不成立、无法判定。空白不等于零；没有读取的单元格使所涉关系无法判定。各关系在第三、四部分的表内和相邻年度之间，第二部分的表在一个年度之内没有勾稽关系。',
    level: { error: '不成立即为矛盾', firm: '跨年，不一致', warning: '跨年，请核实', hint: '线索' },
    parts: {
      level: '级别',
      relation: '关系',
      scope: '范围',
      wording: '表样原文',
      source: '依据',
      example: '不成立的例子',
    },
    noWording: '表样没有文字说明，据分项与总计的位置得出',
  },
  en: {
    title: 'Rules',
    intro:
      'Each rule is an identity, an equation that the figures must satisfy, with three outcomes: it holds, does not hold, or cannot be determined. A blank is not a zero; a cell that was not read leaves its identities undetermined. In the annual report on open government information they are in the tables of sections three and four and between neighbouring years; within one year the table in section two has none.',
    level: {
      error: 'a contradiction',
      firm: 'year to year, differs',
      warning: 'year to year, to check',
      hint: 'a hint',
    },
    parts: {
      level: 'Level',
      relation: 'Relation',
      scope: 'Where',
      wording: 'Wording on the form',
      source: 'Source',
      example: 'Example that does not hold',
    },
    noWording: 'not worded on the form: it follows from parts and total',
  },
};
