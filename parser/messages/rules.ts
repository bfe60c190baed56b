import { forms } from '../forms/registry.ts';
import type { Form, FormTable, Identity } from '../forms/schema.ts';
import { type Label, namesOf } from './names.ts';
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

type Texts = Record<Language, Pick<Rule, 'relation' | 'scope' | 'source' | 'example'>>;

/** Rules between the reports of one body, and between text and tables. No form prints them. */
const beyond: readonly { id: string; level: Rule['level']; texts: Texts }[] = [
  {
    id: 'history.carried_over',
    level: 'firm',
    texts: {
      'zh-CN': {
        relation: '本年“二、上年结转” = 上年“四、结转下年度继续办理”',
        scope: '相邻两年，各列；总计列最确定，其余各列为提示',
        source: '表样栏目的含义；机构合并、分立会使其不成立',
        example: '2021 年上年结转 2 ≠ 2020 年结转下年度 1',
      },
      en: {
        relation: 'carried over this year = carried forward the year before',
        scope: 'two years in a row, each column; the total is the firm one, the others are warnings',
        source: 'the meaning of the headings; a merger or split of bodies breaks it',
        example: '2021: carried over 2 ≠ 2020: carried forward 1',
      },
    },
  },
  {
    id: 'history.in_force',
    level: 'warning',
    texts: {
      'zh-CN': {
        relation: '本年现行有效件数 = 上年现行有效件数 + 本年制发件数 − 本年废止件数',
        scope: '相邻两年，规章、行政规范性文件各行',
        source: '表样栏目的含义；清理、失效文件可能另计',
        example: '2022 年现行有效 12 ≠ 10 + 3 − 2',
      },
      en: {
        relation: 'in force this year = in force last year + issued − repealed',
        scope: 'two years in a row, each row of rules and normative documents',
        source: 'the meaning of the headings; expired documents may be counted otherwise',
        example: '2022: in force 12 ≠ 10 + 3 − 2',
      },
    },
  },
  {
    id: 'history.items_last_year',
    level: 'warning',
    texts: {
      'zh-CN': {
        relation: '本年“上一年项目数量” = 上年“上一年项目数量” + 上年“本年增/减”',
        scope: '2019 年表样，相邻两年',
        source: '表样栏目的含义',
        example: '2020 年上一年项目数量 52 ≠ 50 + 3',
      },
      en: {
        relation: "last year's items = the items of the year before + its change",
        scope: 'the form of 2019, two years in a row',
        source: 'the meaning of the headings',
        example: '2020: items last year 52 ≠ 50 + 3',
      },
    },
  },
  {
    id: 'history.unchanged',
    level: 'hint',
    texts: {
      'zh-CN': {
        relation: '整张表与上年各格完全相同',
        scope: '相邻两年，每张表（非零数字不少于 5 个）',
        source: '经验：可能沿用了上年数字',
        example: '2021 年表三 175 格与 2020 年逐格相同',
      },
      en: {
        relation: "a table equal to last year's in every cell",
        scope: 'two years in a row, each table with at least 5 figures other than zero',
        source: "experience: last year's figures may have been left in",
        example: 'table three of 2021 equals that of 2020 in all 175 cells',
      },
    },
  },
  {
    id: 'history.two_reports',
    level: 'hint',
    texts: {
      'zh-CN': {
        relation: '同一机关同一年度有两份数字不同的报告',
        scope: '同一年度',
        source: '经验：可能有一份是更正前的',
        example: '2021 年两份报告，本年新收一为 92、一为 93',
      },
      en: {
        relation: 'two reports of one body and year with different figures',
        scope: 'one year',
        source: 'experience: one may be the report before its correction',
        example: 'two reports for 2021, one with 92 new requests, one with 93',
      },
    },
  },
  {
    id: 'prose.claim',
    level: 'error',
    texts: {
      'zh-CN': {
        relation: '正文中的数字 = 表格中的数字',
        scope: '正文中说全机关、当年的申请、办理、复议、诉讼件数',
        source: '同一报告的正文与表格；只说一部分或者其他年度的数字不作比较',
        example: '正文“全年新收 90 件” ≠ 表三本年新收总计 92',
      },
      en: {
        relation: 'a number in the text = the number in the tables',
        scope: 'counts of requests, outcomes, reviews and lawsuits of the whole body and of this year',
        source: 'text and tables of one report; numbers of a part or of another year are not compared',
        example: 'the text says 90 new requests ≠ 92 in the total of table three',
      },
    },
  },
];

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
  return [...merged.values(), ...beyond.map(({ id, level, texts }) => ({ id, level, ...texts[language] }))];
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
