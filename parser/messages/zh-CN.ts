import type { Slot } from '../source/blocks.ts';
import type { Catalogue } from './catalogue.ts';
import { type Label, noticeOf } from './names.ts';

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Quotation marks within quotation marks. */
const inner = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

/** Printed text inside a sentence, shortened when it is long. */
const quoted = (text: string): string => {
  const line = inner(flat(text));
  const characters = [...line];
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}……` : line}”`;
};

const at = ({ table, row, column }: Slot): string =>
  `第 ${table + 1} 张表第 ${row + 1} 行第 ${column + 1} 列`;

const inTable = ({ table, row }: Slot): string => `第 ${table + 1} 张表第 ${row + 1} 行`;

/**
 * `（二）部分公开（区分处理的……）` becomes `（二）部分公开`, and a third-level row takes the number of its heading: `（三）1.属于国家秘密`,
 * since 1. alone stands four times on the form.
 */
const shortName = (label: Label): string => {
  const text = flat(label.zh);
  const [, number = '', rest = text] =
    /^([一二三四五六七八九十]、|（[一二三四五六七八九十]）|\d+\.)?(.*)$/u.exec(text) ?? [];
  const [head = rest] = rest.split(/[（、，]/u);
  const parent = /^\d/u.test(number)
    ? (/^（[一二三四五六七八九十]）/u.exec(label.groups.at(-1) ?? '')?.[0] ?? '')
    : '';
  return `${parent}${number}${head === '' ? rest : head}`;
};

const candidates = (list: readonly { value: string | number; evidence: string }[], unit: string): string =>
  list.map(({ value, evidence }) => `${value}${unit}（见${quoted(evidence)}）`).join('、');

const listed = (names: readonly string[], total: number, counter: string): string =>
  total > names.length ? `${names.join('、')}等 ${total} ${counter}` : names.join('、');

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** What a file has too much of. */
const excess = {
  bytes: (limit: number) => `解压后超过 ${mebibytes(limit)} MB`,
  pages: (limit: number) => `超过 ${limit} 页`,
  words: (limit: number) => `文字超过 ${limit} 处`,
  cells: (limit: number) => `单元格超过 ${limit} 个`,
  seconds: (limit: number) => `读取超过 ${limit} 秒`,
};

export const zhCN: Catalogue = {
  language: 'zh-CN',
  verdict: ({ satisfied, violated, undetermined }) => {
    const total = satisfied + violated + undetermined;
    if (total === 0) return '没有可核对的勾稽关系';
    if (satisfied === total) return `全部 ${total} 条勾稽关系成立`;
    return [
      violated > 0 ? `${violated} 条不成立` : '',
      undetermined > 0 ? `${undetermined} 条无法判定` : '',
      satisfied > 0 ? `${satisfied} 条成立` : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  },
  outcome: { satisfied: '成立', violated: '不成立', undetermined: '无法判定' },
  severity: { unread: '未能读取', note: '提示' },
  keyFigure: {
    received: '本年新收',
    carriedOver: '上年结转',
    processed: '办理结果',
    granted: '予以公开',
    carriedForward: '结转下年度',
    reviews: '行政复议',
    lawsuits: '行政诉讼',
  },
  rate: { label: '予以公开率', formula: '予以公开率 = （一）予以公开 ÷ （七）总计' },
  ui: {
    product: '勾稽',
    authority: '机关',
    year: '年度',
    form: '表样',
    coverage: '读取',
    requests: '申请',
    disputes: '争议',
    checks: '勾稽关系',
    issues: '读取情况',
    unknown: '未识别',
    noFigure: '—',
    yearValue: (year) => `${year} 年`,
    formValue: ({ title, issuedAs }) => `${title}（${issuedAs}）`,
    coverageValue: ({ read, expected }) => `${read} / ${expected} 格`,
  },
  table: (title) => `“${title}”`,
  name: shortName,
  row: (name) => `“${inner(name)}”行`,
  column: (name) => `“${inner(name)}”列`,
  place: (name, over) => (over === 'columns' ? `${name}列` : `“${inner(name)}”行`),
  cell: (row, column) => `${row}${column}`,
  identity: (identity) => identity.zh,
  equation: ({ where, identity, left, right, holds, difference, zerosLeftOut, assumedZero }) => {
    const notes = [
      holds ? '' : `差 ${difference}`,
      zerosLeftOut ? '零项略' : '',
      assumedZero > 0 ? `${assumedZero} 个空格按 0 计` : '',
    ].filter((note) => note !== '');
    const remark = notes.length > 0 ? `（${notes.join('；')}）` : '';
    return `${where} ${identity}：${left} ${holds ? '=' : '≠'} ${right}${remark}`;
  },
  undetermined: (where, identity, reason) => `${where} ${identity}：无法判定，${reason}`,
  undeterminedGroup: (count, reason) => `${count} 条无法判定：${reason}`,
  places: (names, total) => listed(names, total, '处'),
  cells: (names, total) => listed(names, total, '格'),
  cellsWithin: (lines, total) => `${lines.join('、')}的 ${total} 格`,
  reasons: {
    no_number: () => '所涉各格都没有数字',
    blank_total: (cells) => `合计空白而分项有数，空白不能当作 0（${cells}）`,
    not_read: (cells) => `有的格没有读出，或者位置存疑（${cells}）`,
    not_printed: (cells) => `页面上没有这些格（${cells}）`,
    extra_row: (cells) => `有全国统一表样以外的行，合计是否包括它们无法确定（${cells}）`,
  },
  noNumberAt: (places) => `所涉各格都没有数字（${places}）`,
  change: (cell, from, to) => (from === null ? `${cell}空白，填为 ${to}` : `${cell}印为 ${from}，改为 ${to}`),
  alternative: (changes, violated, guess) =>
    `${changes.join('，并且')}${changes.length > 1 ? '，' : ' '}则${
      violated === 1 ? '该关系成立' : ` ${violated} 条关系全部成立`
    }${guess === null ? '' : `；${guess}`}`,
  guesses: {
    digit_swapped: () => '疑为相邻两位数字颠倒',
    digit_missing: () => '疑为漏打一位数字',
    digit_extra: () => '疑为多打一位数字',
    digit_changed: () => '疑为打错一位数字',
    moved_between_cells: ({ by }) => `疑为 ${by} 件错计入另一格`,
    cells_exchanged: () => '疑为两格数字互换',
    shifted: () => '疑为数字错位一格',
    stale_total: ({ by, grows, zero, part }) => {
      if (part !== null) return `疑为${grows ? '漏加' : '重复计入'}${part}的 ${by} 件`;
      return zero ? '疑为没有汇总分项' : `疑为合计${grows ? '漏计' : '多计'} ${by} 件，或者没有随分项更新`;
    },
    blank_to_number: () => '疑为漏填',
    figure_split: () => '疑为一个数字拆填在两格',
  },
  otherAlternatives: (others, capped) =>
    others === 0
      ? '可能还有别的改法，没有查完，无法断定'
      : `${capped ? '至少' : ''}另有 ${others} 种改法同样可行，仅凭勾稽关系无法断定`,
  noAlternative: '牵涉的数字较多，没有在限度内找出最少的改法，请逐格核对',
  issues: {
    file_not_found: ({ path }) => `找不到“${path}”，请核对路径。`,
    file_forbidden: ({ path }) => `没有权限读取“${path}”，请先取得读取权限。`,
    file_failed: ({ path, detail }) => `读取“${path}”时出错（${detail}），请检查磁盘或网络后重试。`,
    folder_empty: ({ path, endings }) =>
      `文件夹“${path}”里没有可读的文件。可读的扩展名是：${endings.join(' ')}。`,
    archive_empty: ({ path }) =>
      `网页存档“${path}”里没有网页或文档（状态码 200 的响应），请检查存档是否完整。`,
    line_malformed: ({ line, detail }) =>
      `第 ${line} 行不是一个页面（${detail}），未作读取。每行应是一个 JSON 对象：{"url": …, "html": …}。`,
    source_empty: () => '文件是空的，没有内容，请重新保存报告页面。',
    source_binary: ({ looksLike }) =>
      `这不是网页或文本文件${looksLike === null ? '' : `，看起来是 ${looksLike} 文件`}，请另存为网页（.html）或纯文本（.txt）再读。`,
    pdf_scanned: ({ pages }) =>
      `这份 PDF 是扫描件或图片（共 ${pages} 页），里面没有可读的文字。请向公开单位索取文字版，或改读网页版报告。`,
    file_encrypted: ({ looksLike }) => `这份 ${looksLike} 文件设有打开密码，无法读取。请取消密码后再读。`,
    file_damaged: ({ looksLike, detail }) =>
      `这份 ${looksLike} 文件已损坏或不完整，无法读取（${detail}）。请重新下载或另存后再读。`,
    file_excessive: ({ what, limit }) =>
      `文件过大，已停止读取：${excess[what](limit)}。年度报告不会这样大，请检查文件是否正确。`,
    encoding_assumed: ({ declared, used }) =>
      declared === null
        ? `文件没有标明字符编码，按 ${used} 读取；如有乱码，请另存为 UTF-8。`
        : `文件标明的字符编码是 ${declared}，但实际不是，改按 ${used} 读取。`,
    text_garbled: ({ sample }) =>
      `文字已成乱码（如${quoted(sample)}），无法辨认，请从原网页重新保存为 UTF-8 编码。`,
    markup_excessive: ({ tags, depth }) =>
      `网页的标签过多或嵌套过深（读到 ${tags} 个标签、${depth} 层为止），超出正常报告页面的范围，未作读取。`,
    no_tables: () =>
      '没有找到表格。年报的统计数据应在第二、三、四部分的表格中；图片中的表格读不到，附件须另行核对。',
    no_report: ({ tables }) =>
      `找到 ${tables} 张表格，但都不是政府信息公开工作年度报告的统计表，请确认打开的是报告正文。`,
    older_form: ({ evidence }) =>
      `这是 2019 年以前的旧表样（见${quoted(evidence)}），目前只读 2019 年、2021 年印发的表样，未作读取。`,
    half_year_notice: ({ evidence }) => `这是半年情况通报（见${quoted(evidence)}），不是年度报告，未作读取。`,
    comparison_page: ({ table, years, slot }, naming) =>
      `${inTable(slot)}并列了 ${years.join('、')} 几个年度的“${naming.table(table)}”，是年度对比，不是一份年度报告，未作读取。`,
    form_ambiguous: ({ candidates: forms }) =>
      `表格栏目同时符合几种表样（${forms.map(noticeOf).join('、')}），无法确定用的是哪一种，现按第一种读取，请核对。`,
    notice_differs: ({ cited, issuedAs }) =>
      `报告引用的是${cited}，表格用的却是${issuedAs}的表样；已按表格实际栏目读取。`,
    blank_form: () => '表格只有栏目，没有填写数字。这是空白表，不等于通过核对。',
    year_missing: () => '没有找到报告年度，标题或首段中应有“××××年”。',
    year_conflict: ({ candidates: list }) =>
      `报告年度有不同说法：${candidates(list, ' 年')}，无法确定，请以原文为准。`,
    authority_missing: () => '没有找到发布机关的名称，标题或首段中应有机关全称。',
    authority_conflict: ({ candidates: list }) =>
      `发布机关有不同说法：${candidates(list, '')}，无法确定，请以原文为准。`,
    table_missing: ({ table, heading }, naming) =>
      heading === null
        ? `没有找到“${naming.table(table)}”的表格，该表未读。`
        : `标题${quoted(heading)}之下没有表格，“${naming.table(table)}”未读。`,
    table_is_image: ({ table, src }, naming) =>
      `“${naming.table(table)}”是一张图片（${flat(src)}），图片中的数字读不到，请使用文字版表格。`,
    grid_overlap: ({ slot }) => `${at(slot)}的单元格与别的单元格重叠，已按网页标准的规则排列，请核对该处。`,
    grid_too_large: ({ table }) => `第 ${table + 1} 张表过大，超出正常年报的范围，未作读取。`,
    columns_unknown: ({ table, slot }, naming) =>
      `“${naming.table(table)}”（${at(slot)}）的列标题无法辨认，不知道各列的含义，未读。`,
    columns_broken: ({ table, slot }, naming) =>
      `“${naming.table(table)}”（${at(slot)}）的列标题与数据列没有对齐，已按数据列的顺序读取，请核对。`,
    header_cell_missing: ({ table, column, slot }, naming) =>
      `“${naming.table(table)}”缺少${naming.column(table, column)}的列标题（${at(slot)}），已按其余各列推定。`,
    hidden_row: ({ slot }) => `${inTable(slot)}在页面上是隐藏的，未作读取。`,
    hidden_cell: ({ slot }) => `${inTable(slot)}有一个单元格在页面上是隐藏的，其中的文字未作读取。`,
    table_excerpt: ({ table, slot }, naming) =>
      `${inTable(slot)}起摘录了“${naming.table(table)}”的部分行列，页面上另有更完整的一张，此处不作为报告的数字读取。`,
    table_repeated: ({ table, slot }, naming) =>
      `页面上不止一张“${naming.table(table)}”（这一张从${inTable(slot)}起），其间没有写明单位或年度的报告标题，无法确定哪一张是本报告的。`,
    row_missing: ({ table, row }, naming) =>
      `“${naming.table(table)}”中没有找到${naming.row(table, row)}，该行未读。`,
    row_repeated: ({ table, row, label, slot }, naming) =>
      `“${naming.table(table)}”中${naming.row(table, row)}出现了不止一次（${at(slot)}，原文${quoted(label)}），无法确定以哪一行为准。`,
    row_in_doubt: ({ table, row, label, slot }, naming) =>
      row === null
        ? `“${naming.table(table)}”中有一行无法辨认（${at(slot)}，原文${quoted(label)}），该行未读。`
        : `“${naming.table(table)}”中的一行（${at(slot)}，原文${quoted(label)}）可能是${naming.row(table, row)}，但不能确定，该行未读。`,
    cells_dropped: ({ table, row, found, expected, slot }, naming) => {
      const where = `“${naming.table(table)}”的${naming.row(table, row)}（${inTable(slot)}）`;
      const why = found === expected ? '与列标题错位，可能缺了一格' : `应有 ${expected} 格，实有 ${found} 格`;
      return `${where}${why}，无法确定每个数字属于哪一列，该行未读。`;
    },
    cell_merged: ({ ref, slot }, naming) =>
      `${at(slot)}是合并单元格，盖住了${naming.cell(ref)}，无法确定其中的数字属于哪一格，该格未读。`,
    cell_missing: ({ ref }, naming) => `页面上没有${naming.cell(ref)}这一格，该格未读。`,
    extra_row: ({ table, label, subtotal, slot }, naming) =>
      `“${naming.table(table)}”比全国统一表样多出一行${quoted(label)}（${at(slot)}），已照录${
        subtotal ? '，看作小计，不计入合计' : ''
      }。`,
    label_differs: ({ printed, official, slot }) =>
      `${at(slot)}印作${quoted(printed)}，按${quoted(official)}读取。`,
    value_unreadable: ({ ref, raw, slot }, naming) =>
      `${naming.cell(ref)}（${at(slot)}）的内容${quoted(raw)}不是一个可以辨认的数字，该格未读。`,
  },
};
