import { forms } from '../forms/registry.ts';
import type { Form, FormTable, Identity } from '../forms/schema.ts';
import { type Label, namesOf } from './names.ts';
import { beyondForms } from './rules-beyond.ts';
import type { Language } from './words.ts';

/** What is checked, rule by rule, for people: made from the forms, so that a new form brings its own. */
export type Rule = {
  id: string;
  /** `error`: the figures contradict each other. `firm`, `warning` and `hint` as in `check/history.ts`. */
  level: 'error' | 'firm' | 'warning' | 'hint';
  /** The relation in words. */
  relation: string;
  /** Where it is checked: of each column, of each row, between two years. */
  scope: string;
  /** The words of the form that state it, quoted; null where the form states it by its layout only; absent where no form does. */
  wording?: string | null;
  /** Where these words, or that layout, are published. */
  source: string;
  /** Figures that would break it. */
  example: string;
};

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
    merged.set(key, same ? { ...same, source: `${same.source}；${rule.source}` } : rule);
  }
  return [
    ...merged.values(),
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
    intro: '每条规则有三种结果：成立、不成立、无法判定。空白不等于零；没有读出的格使所涉关系无法判定。',
    level: { error: '不成立即为矛盾', firm: '跨年，较确定', warning: '跨年，提示', hint: '线索' },
    parts: {
      level: '级别',
      relation: '关系',
      scope: '范围',
      wording: '表样原文',
      source: '出处',
      example: '不成立的例子',
    },
    noWording: '表样未写明文字，由分项与合计的排列得出',
  },
  en: {
    title: 'Rules',
    intro:
      'Each rule has three outcomes: satisfied, violated, undetermined. A blank is not a zero; a cell that was not read leaves its relations undetermined.',
    level: {
      error: 'a contradiction',
      firm: 'over years, firm',
      warning: 'over years, a warning',
      hint: 'a hint',
    },
    parts: {
      level: 'Level',
      relation: 'Relation',
      scope: 'Where',
      wording: 'Words of the form',
      source: 'Source',
      example: 'Broken by',
    },
    noWording: 'not worded on the form: it follows from parts and total',
  },
};
