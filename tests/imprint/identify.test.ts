import { describe, expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { identify } from '../../parser/imprint/identify.ts';
import { readHtml } from '../../parser/source/html/html.ts';

/** All places and bodies are invented. */
const identified = (html: string) => {
  const document = readHtml(html);
  return identify(document, document.blocks, disclosure2021, true);
};

const titled = (title: string) => identified(`<title>${title}</title>`);
const paragraphs = (...texts: string[]) => identified(texts.map((text) => `<p>${text}</p>`).join(''));

describe('one title', () => {
  const titles: [title: string, authority: string, year: number][] = [
    // body, year, report
    ['苍梧县人民政府2022年政府信息公开工作年度报告', '苍梧县人民政府', 2022],
    ['青阳市财政局2020年度政府信息公开年报', '青阳市财政局', 2020],
    ['青阳市卫生健康委员会2022年度政府信息公开工作报告', '青阳市卫生健康委员会', 2022],
    ['青阳经济技术开发区管理委员会2020年度政府信息公开工作情况报告', '青阳经济技术开发区管理委员会', 2020],
    ['青阳市发改委2018年政府信息与政务公开年报', '青阳市发改委', 2018],
    [
      '中共青阳市委办公室、青阳市人民政府办公室2024年政府信息公开工作年度报告',
      '中共青阳市委办公室、青阳市人民政府办公室',
      2024,
    ],
    ['青阳市望江镇2023年政府信息公开工作年度报告（公开稿）', '青阳市望江镇', 2023],
    // years in Chinese numerals, with each of the zeros in use
    ['青阳市青山区望江街道办事处二〇一九年政府信息公开工作年度报告', '青阳市青山区望江街道办事处', 2019],
    ['青阳市青山区望江街道办事处二○二一年度政府信息公开工作年度报告', '青阳市青山区望江街道办事处', 2021],
    ['青阳市青山区望江街道办事处二零二〇年度政府信息公开工作年度报告', '青阳市青山区望江街道办事处', 2020],
    // figures full-width or spaced
    ['青阳市２０２２年政府信息公开工作年度报告', '青阳市', 2022],
    ['青阳市2 0 2 2年政府信息公开工作年度报告', '青阳市', 2022],
    ['青 阳 市 审 计 局 2022 年 政 府 信 息 公 开 工 作 年 度 报 告', '青阳市审计局', 2022],
    // year, body, report
    ['2020年青阳市财政局政府信息公开工作年度报告', '青阳市财政局', 2020],
    ['2022年青阳市青山区政府信息公开工作年度报告', '青阳市青山区', 2022],
    // body, report, year
    ['青阳市住房和城乡建设局政府信息公开工作年度报告（2023年度）', '青阳市住房和城乡建设局', 2023],
    ['青阳市住房和城乡建设局政府信息公开工作年度报告(2023)', '青阳市住房和城乡建设局', 2023],
    // what stands around it
    ['《青阳市民政局2021年政府信息公开工作年度报告》解读', '青阳市民政局', 2021],
    ['【年报】青阳市公安局2022年政府信息公开工作年度报告', '青阳市公安局', 2022],
    ['关于发布青阳市教育局2019年政府信息公开工作年度报告的公告', '青阳市教育局', 2019],
    ['青阳市水务局关于2019年度政府信息公开工作的报告', '青阳市水务局', 2019],
    ['青阳市人民政府办公室关于青阳市2019年度政府信息公开工作的报告', '青阳市人民政府办公室', 2019],
    // traditional characters: the name as printed
    ['國家稅務總局青陽市稅務局2022年政府信息公開工作年度報告', '國家稅務總局青陽市稅務局', 2022],
  ];
  test.each(titles)('%s', (title, authority, year) => {
    expect(titled(title)).toEqual({
      authority: { value: authority, evidence: title },
      year: { value: year, evidence: title },
      issues: [],
    });
  });
});

describe('a title with the names of the site behind it', () => {
  const title = '青阳市气象局2022年政府信息公开年度报告';
  test.each([
    `${title}_青阳市人民政府`,
    `${title}_年度报告_青阳市气象局`,
    `${title}|年度报告|政府信息公开`,
    `${title} - 青阳市人民政府门户网站`,
    `${title}--青阳市人民政府`,
    `青阳市人民政府门户网站 - ${title}`,
    `首页&gt;政务公开&gt;政府信息公开年报&gt;${title}`,
  ])('%s', (text) => {
    expect(titled(text)).toEqual({
      authority: { value: '青阳市气象局', evidence: title },
      year: { value: 2022, evidence: title },
      issues: [],
    });
  });
});

describe('traps', () => {
  test.each([
    ['a breadcrumb', '首页 &gt; 政务公开 &gt; 政府信息公开 &gt; 政府信息公开年报'],
    ['a breadcrumb without signs', '政务公开 政府信息公开年报'],
    ['the name of a column', '政府信息公开年报'],
    ['another kind of report', '青阳市2023年法治政府建设年度报告'],
    ['a site', '青阳市人民政府门户网站'],
    ['a page of rules', '中华人民共和国政府信息公开条例'],
  ])('%s names neither body nor year', (_, title) => {
    expect(titled(title)).toEqual({
      authority: null,
      year: null,
      issues: [{ code: 'year_missing' }, { code: 'authority_missing' }],
    });
  });

  test('a report that running text mentions is not this one', () => {
    const found = paragraphs(
      `本年度，我局组织编制并按时向社会公布了2019年政府信息公开工作年度报告，开展了业务培训，并将培训情况纳入考核，取得良好成效，各单位反响热烈。`,
    );
    expect([found.authority, found.year]).toEqual([null, null]);
  });

  test('a text of any length is no title', () => {
    const long = `${'青阳市'.repeat(5000)}2020年政府信息公开工作年度报告`;
    expect(titled(long).year).toBeNull();
  });
});

describe('where the title stands', () => {
  const title = '青阳市林业局2022年政府信息公开工作年度报告';
  const [authority, year] = ['青阳市林业局', 2022];

  test('in a meta of the head', () => {
    const found = identified(
      `<title>政府信息公开年报</title><meta name="ArticleTitle" content="${title}"><p>当前位置：首页</p>`,
    );
    expect([found.authority?.value, found.year?.value, found.issues]).toEqual([authority, year, []]);
    expect(found.authority?.evidence).toBe(title);
  });

  test('in a heading over two lines', () => {
    const found = identified(
      '<title>青阳市人民政府</title><h1>青阳市林业局<br>2022年政府信息公开工作年度报告</h1>',
    );
    expect(found.authority).toEqual({ value: authority, evidence: title });
  });

  test('in two paragraphs: the body, then a title that names none', () => {
    const found = paragraphs('青阳市林业局', '2022年政府信息公开工作年度报告', '根据条例，编制本报告。');
    expect(found).toEqual({
      authority: { value: authority, evidence: title },
      year: { value: year, evidence: title },
      issues: [],
    });
  });

  test('in three paragraphs, none of which is a title', () => {
    expect(paragraphs('青阳市林业局', '2022年政府信息', '公开工作年度报告', '正文').authority).toEqual({
      value: authority,
      evidence: title,
    });
  });

  test('what stands above a title and is no body does not become one', () => {
    for (const above of [
      '索引号：QY-2023-001',
      '当前位置：首页',
      '来源：本站',
      '2023-01-20',
      '字体：大 中 小',
    ])
      expect(paragraphs(above, '2022年政府信息公开工作年度报告').authority, above).toBeNull();
  });

  test('the body from the sentence that says who wrote the report, the year from its period', () => {
    const found = paragraphs(
      '政府信息公开工作年度报告',
      '本报告由青阳市林业局根据《条例》编制。所列数据的统计期限自2022年1月1日起至2022年12月31日止。',
    );
    expect(found).toEqual({
      authority: { value: authority, evidence: '由青阳市林业局根据《条例》编制' },
      year: { value: year, evidence: '2022年1月1日起至2022年12月31日' },
      issues: [],
    });
  });

  test('a title of the page goes before the period of its text', () => {
    const found = identified(`<title>${title}</title><p>统计期限为2021年1月1日至2021年12月31日。</p>`);
    expect(found.year).toEqual({ value: 2022, evidence: title });
  });

  test('title and metas of a page with several reports speak of none of them', () => {
    const document = readHtml(`<title>${title}</title><h1>青阳市财政局2021年政府信息公开工作年度报告</h1>`);
    const found = identify(document, document.blocks, disclosure2021, false);
    expect([found.authority?.value, found.year?.value]).toEqual(['青阳市财政局', 2021]);
  });
});

describe('a conflict is an issue, not a guess', () => {
  test('two years', () => {
    const [a, b] = [
      '青阳市商务局2021年政府信息公开工作年度报告',
      '青阳市商务局2022年政府信息公开工作年度报告',
    ];
    expect(identified(`<title>${a}</title><h1>${b}</h1>`)).toEqual({
      authority: { value: '青阳市商务局', evidence: a },
      year: null,
      issues: [
        {
          code: 'year_conflict',
          candidates: [
            { value: 2021, evidence: a },
            { value: 2022, evidence: b },
          ],
        },
      ],
    });
  });

  test('two bodies', () => {
    const [a, b] = [
      '青阳市商务局2021年政府信息公开工作年度报告',
      '青阳市财政局2021年政府信息公开工作年度报告',
    ];
    expect(identified(`<title>${a}</title><h1>${b}</h1>`)).toEqual({
      authority: null,
      year: { value: 2021, evidence: a },
      issues: [
        {
          code: 'authority_conflict',
          candidates: [
            { value: '青阳市商务局', evidence: a },
            { value: '青阳市财政局', evidence: b },
          ],
        },
      ],
    });
  });

  test('one body told at different length is no conflict: the longer name is kept', () => {
    const [a, b] = [
      '青山区2020年政府信息公开工作年度报告',
      '青阳市青山区人民政府2020年政府信息公开工作年度报告',
    ];
    expect(identified(`<title>${a}</title><h1>${b}</h1>`)).toEqual({
      authority: { value: '青阳市青山区人民政府', evidence: b },
      year: { value: 2020, evidence: a },
      issues: [],
    });
  });
});
