import { describe, expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { readProse } from '../../parser/prose/prose.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { textOf } from '../../parser/prose/text.ts';
import { reportOf } from '../check/figures.ts';

/** What a text says against itself, where its numbers are set against tables as well. */

const facts = reportOf(
  disclosure2021,
  {
    'requests.received_new.total': 58,
    'requests.carried_over.total': 3,
    'requests.total_processed.total': 55,
    'requests.carried_forward.total': 6,
  },
  '0',
);

const statementsIn = (paragraphs: readonly string[], year = 2022, start = 0) => {
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph', text }));
  const authority = '白石市城市管理局';
  const text = textOf(blocks, disclosure2021, authority);
  const claims = readProse(blocks, disclosure2021, facts, year, authority, text).map((claim) => ({
    ...claim,
    block: claim.block + start,
  }));
  return proseFindings(text, { year: { value: year, evidence: '' }, claims, facts }, start);
};

describe('balances of a paragraph', () => {
  const balances = (text: string) =>
    statementsIn([text]).flatMap((one) =>
      one.kind === 'balance' ? [[one.outcome, one.arrived, one.left, one.hint ?? false]] : [],
    );
  test.each<[string, unknown[]]>([
    [
      '新收政府信息公开申请8件，上年结转783件，办结788件，结转下年度2件。',
      [['violated', [8, 783], [788, 2], false]],
    ],
    [
      '新收政府信息公开申请58件，上年结转3件，办结55件，结转下年度6件。',
      [['satisfied', [58, 3], [55, 6], false]],
    ],
    // What was answered leaves out what was withdrawn.
    [
      '新收政府信息公开申请58件，上年结转3件，答复53件，结转下年度6件。',
      [['undetermined', [58, 3], [53, 6], true]],
    ],
    // Perhaps others were carried over.
    ['新收政府信息公开申请58件，办结59件，结转下年度6件。', [['undetermined', [58], [59, 6], false]]],
    ['新收政府信息公开申请58件，上年结转3件，办结55件。', []],
    ['各科室新收政府信息公开申请8件，上年结转783件，办结788件，结转下年度2件。', []],
    ['2021年新收政府信息公开申请8件，上年结转783件，办结788件，结转下年度2件。', []],
  ])('%s', (text, expected) => expect(balances(text)).toEqual(expected));
});

describe('one quantity stated twice', () => {
  const repeated = (...paragraphs: string[]) =>
    statementsIn(paragraphs).flatMap((one) =>
      one.kind === 'repeated' ? [[one.outcome, one.value, one.other.value, one.other.block]] : [],
    );
  test.each<[string[], unknown[]]>([
    [['共收到政府信息公开申请58件。', '全年收到政府信息公开申请85件。'], [['violated', 85, 58, 0]]],
    [['共收到政府信息公开申请58件。', '全年收到政府信息公开申请58件。'], []],
    [['共收到政府信息公开申请58件。', '各科室收到政府信息公开申请20件。'], []],
    [['主动公开政府信息68条。', '主动公开政府信息86条。'], [['violated', 86, 68, 0]]],
    // Other digits: perhaps other pieces are counted.
    [['主动公开政府信息68条。', '主动公开政府信息90条。'], [['undetermined', 90, 68, 0]]],
    [['主动公开政府信息68条。', '通过微信公开政府信息90条。'], []],
    [['主动公开政府信息68条。', '2021年主动公开政府信息86条。'], []],
    [['全年召开新闻发布会12场。', '共召开新闻发布会21场。'], [['violated', 21, 12, 0]]],
    [['全年召开新闻发布会12场。', '共召开新闻发布会13场。'], []],
    [['全年推送图文信息1286条。', '推送图文信息1266条。'], [['violated', 1266, 1286, 0]]],
    [['全年推送图文信息1286条。', '推送图文信息1266条。', '推送图文信息90条。'], []],
    [['全年推送图文信息1286条。', '推送视频信息1266条。'], []],
  ])('%j', (paragraphs, expected) => expect(repeated(...paragraphs)).toEqual(expected));

  test('its blocks count from the beginning of the source', () => {
    const texts = ['共收到政府信息公开申请58件。', '全年收到政府信息公开申请85件。'];
    const [found] = statementsIn(texts, 2022, 7).filter(({ kind }) => kind === 'repeated');
    expect(found).toMatchObject({ block: 8, other: { block: 7 } });
  });
});

describe('years', () => {
  const years = (text: string, year: number) =>
    statementsIn([text], year).flatMap((one) => (one.kind === 'year' ? [[one.outcome, one.named]] : []));
  test.each<[string, number, unknown[]]>([
    ['202020年，我局认真贯彻条例。', 2020, [['violated', '202020']]],
    ['2020年，我局认真贯彻条例。', 2020, []],
    ['2019-2020年，我局认真贯彻条例。', 2020, []],
    ['2022年，我局收到政府信息公开申请58件，办结55件。', 2023, [['violated', '2022']]],
    // The numbers of another year differ.
    ['2022年，我局收到政府信息公开申请57件，办结55件。', 2023, []],
    // One small number agrees by chance.
    ['2022年，我局上年结转3件。', 2023, []],
    ['2022年，我局收到政府信息公开申请58件，2023年办结55件。', 2023, []],
    ['2022年，我局收到政府信息公开申请58件，办结55件。', 2022, []],
  ])('%s in the report of %i', (text, year, expected) => expect(years(text, year)).toEqual(expected));
});
