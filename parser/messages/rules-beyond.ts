import type { Rule } from './rule.ts';
import type { Language } from './words.ts';

type Texts = Record<Language, Pick<Rule, 'relation' | 'scope' | 'source' | 'example'>>;

/** Rules between the reports of one body, between text and tables, and within the text. No form prints them. */
export const beyondForms: readonly { id: string; level: Rule['level']; texts: Texts }[] = [
  {
    id: 'history.unchanged',
    level: 'hint',
    texts: {
      'zh-CN': {
        relation: '整张表与上年各格完全相同',
        scope: '相邻两年，每张表（非零数字不少于 5 个）',
        source: '经验：可能沿用了上年数字',
        example: '2021 年第三部分的表 175 格与 2020 年逐格相同',
      },
      en: {
        relation: "a table equal to last year's in every cell",
        scope: 'two years in a row, each table with at least 5 figures other than zero',
        source: "rule of thumb: last year's figures may have been left in",
        example: 'the table in section three of 2021 equals that of 2020 in all 175 cells',
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
        source: 'rule of thumb: one may be the report before its correction',
        example: 'two reports for 2021, one with 92 new requests, one with 93',
      },
    },
  },
  {
    id: 'departments.sum',
    level: 'hint',
    texts: {
      'zh-CN': {
        relation: '一级政府报告的各格 = 其所属各机关报告相应格之和',
        scope:
          '同一年度，三张表各格；用 gouji sum 指明总报告和分报告；没有分报告或者没有数字的单元格，无法判定',
        source:
          '经验，任何表样都不要求：总报告可能只计本级，转办的申请可能重复计算，有的机关可能不由本级汇总',
        example: '总报告予以公开总计 45 ≠ 三个部门之和 40',
      },
      en: {
        relation:
          "each cell of a government's report = the sum of that cell in its departments' and towns' reports",
        scope:
          'one year, every cell of the three tables; gouji sum is told which reports; undetermined where a report or a number is missing',
        source:
          'rule of thumb, no form asks for it: a government may count its own office only, a request passed on may be counted twice, a body may report elsewhere',
        example: 'the government reports 45 requests disclosed in full, three departments together 40',
      },
    },
  },
  {
    id: 'prose.claim',
    level: 'error',
    texts: {
      'zh-CN': {
        relation: '正文中的数字 = 表格中的数字',
        scope: '正文中本机关当年申请、办理、复议、诉讼的总件数',
        source: '同一报告的正文与表格；只说一部分或者其他年度的数字不作比较',
        example: '正文“全年新收 90 件” ≠ 第三部分的表本年新收总计 92',
      },
      en: {
        relation: 'a number in the text = the number in the tables',
        scope: 'counts of requests, outcomes, reviews and lawsuits of the whole body and of this year',
        source: 'text and tables of one report; numbers of a part or of another year are not compared',
        example: 'the text says 90 new requests ≠ 92 in the total of the table in section three',
      },
    },
  },
  {
    id: 'prose.sum',
    level: 'error',
    texts: {
      'zh-CN': {
        relation: '正文所列各项之和 = 正文所述总数',
        scope: '“其中”“包括”或者冒号引出的各项，计量单位与总数相同',
        source: '同一报告的正文；所列可能只是一部分的，不作判定',
        example: '正文“公开 4 件，其中甲 1 件、乙 5 件”：1 + 5 ≠ 4',
      },
      en: {
        relation: 'the parts that a sentence lists = the total it states',
        scope: 'parts behind 其中, 包括 or a colon, counted in the unit of the total',
        source: 'the text of one report; where perhaps not all parts are listed nothing is decided',
        example: 'the text says 4, of them 1 and 5: 1 + 5 ≠ 4',
      },
    },
  },
  {
    id: 'prose.percentage',
    level: 'error',
    texts: {
      'zh-CN': {
        relation: '正文所述占比、增减幅度 = 由正文所述件数算得的百分比',
        scope: '正文写明了所占部分与基数，或者增减数与现数的',
        source: '同一报告的正文；四舍五入或者截去尾数均可，基数不明的不作判定',
        example: '正文“收到 227 件，较上年增加 23 件，增长 13.1%”：23 ÷ 204 ≈ 11.27%',
      },
      en: {
        relation: 'a share or change in per cent = what the counts of the text give',
        scope: 'where the text states the part and what it is part of, or the change and the number now',
        source: 'the text of one report; rounded or cut off, and undecided where the base is not stated',
        example: 'the text says 227, 23 more than last year, a rise of 13.1%: 23 ÷ 204 ≈ 11.27%',
      },
    },
  },
  {
    id: 'prose.period',
    level: 'error',
    texts: {
      'zh-CN': {
        relation: '正文写明的统计期限 = 报告年度的 1 月 1 日至 12 月 31 日',
        scope: '正文写有“统计期限”“统计期间”等字样的',
        source: '《中华人民共和国政府信息公开条例》第四十九条、第五十条：年度报告公布上一年度的情况',
        example: '2020 年度报告写“统计期限自 2019 年 1 月 1 日起至 2019 年 12 月 31 日止”',
      },
      en: {
        relation: 'the statistical period that the text states = the whole year of the report',
        scope: 'where the text says 统计期限, 统计期间 or the like',
        source:
          'Regulations on Open Government Information, articles 49 and 50: the annual report is about the year before',
        example: 'the report for 2020 says that its figures are of 1 January to 31 December 2019',
      },
    },
  },
  {
    id: 'prose.balance',
    level: 'error',
    texts: {
      'zh-CN': {
        relation: '正文的新收 + 上年结转 = 办结 + 结转下年度',
        scope: '同一段正文写明收到、上年结转、办结、结转下年度各数的',
        source: '同一报告的正文；表三“第一项加第二项之和，等于第三项加第四项之和”；没有写全的不作判定',
        example: '正文“新收 8 件，上年结转 783 件，办结 788 件，结转下年度 2 件”：8 + 783 ≠ 788 + 2',
      },
      en: {
        relation: 'new + carried over = done + carried forward, all as the text states them',
        scope: 'paragraphs that state all four',
        source:
          'the text of one report, and the relation printed on table three; undecided where the text leaves one out',
        example: 'the text says 8 new, 783 carried over, 788 done, 2 carried forward: 8 + 783 ≠ 788 + 2',
      },
    },
  },
  {
    id: 'prose.repeated',
    level: 'error',
    texts: {
      'zh-CN': {
        relation: '正文两处所写的同一数字相同',
        scope: '说本机关当年同一项的；主动公开信息条数只在两处所写数字相同而次序不同时判定',
        source: '同一报告的正文',
        example: '正文一处“共收到申请 227 件”，另一处“共收到申请 272 件”',
      },
      en: {
        relation: 'one quantity that the text states twice = the same number',
        scope:
          'counts of the whole body and of this year; of pieces made public only where digits are swapped',
        source: 'the text of one report',
        example: 'the text says 227 requests in one place and 272 in another',
      },
    },
  },
  {
    id: 'prose.year',
    level: 'error',
    texts: {
      'zh-CN': {
        relation: '正文所写年份是年份，并且是报告年度',
        scope: '五位以上的“年份”；正文只写上一年，而所列数字与本年表格一致的',
        source: '同一报告的正文与表格',
        example: '“202020年”；2023 年度报告写“2022 年收到 58 件，办结 55 件”，表中正是 58 与 55',
      },
      en: {
        relation: 'a year that the text names is a year, and that of the report',
        scope:
          'years of five digits and more; the year before, where the numbers beside it are those of the tables',
        source: 'text and tables of one report',
        example:
          '202020年; the report for 2023 says 2022 received 58 and finished 55, which are its own figures',
      },
    },
  },
];
