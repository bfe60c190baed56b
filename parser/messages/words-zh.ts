import type { Slot } from '../source/blocks.ts';
import type { Catalogue } from './catalogue.ts';
import { type Label, noticeOf } from './names.ts';
import { obscurities, reasons } from './reason-words-zh.ts';

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
  `页面第 ${table + 1} 张表第 ${row + 1} 行第 ${column + 1} 列`;

const inTable = ({ table, row }: Slot): string => `页面第 ${table + 1} 张表第 ${row + 1} 行`;

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

/** One after the other: between quotation marks that follow one another stands nothing. */
const joined = (names: readonly string[]): string => names.join('、').replaceAll('”、“', '”“');

const listed = (names: readonly string[], total: number, counter: string): string =>
  total > names.length ? `${joined(names)}等 ${total} ${counter}` : joined(names);

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** What a file has too much of. */
const excess = {
  bytes: (limit: number) => `超过 ${mebibytes(limit)} MB`,
  pages: (limit: number) => `超过 ${limit} 页`,
  words: (limit: number) => `文字超过 ${limit} 处`,
  cells: (limit: number) => `单元格超过 ${limit} 个`,
  strokes: (limit: number) => `绘图指令超过 ${limit} 条`,
  seconds: (limit: number) => `读取超过 ${limit} 秒`,
};

/** 页面所显示的内容放在何处。 */
const elsewhere = {
  frame: '框架页',
  noscript: '供不运行脚本的浏览器使用的部分',
  script: '运行后才写入页面的脚本',
};

export const zhCN: Catalogue = {
  language: 'zh-CN',
  outcome: { satisfied: '成立', violated: '不成立', undetermined: '无法判定' },
  severity: { unread: '未能读取', note: '读取说明' },
  ui: {
    product: '勾稽',
    authority: '机关',
    year: '年度',
    form: '表样',
    coverage: '已读取',
    checks: '勾稽关系',
    verdict: '结论',
    issues: '读取说明',
    unknown: '未识别',
    noFigure: '—',
    yearValue: (year) => `${year} 年`,
    formValue: ({ title, issuedAs }) => `${title}（${issuedAs}）`,
    coverageValue: ({ read, expected }, blank) => `${read} / ${expected} 格${blank ? '（均无数字）' : ''}`,
  },
  table: (title) => `“${title}”`,
  name: shortName,
  row: (name) => `“${inner(name)}”行`,
  column: (name) => `“${inner(name)}”列`,
  place: (name, over) => `“${inner(name)}”${over === 'columns' ? '列' : '行'}`,
  cell: (row, column) => `${row}${column}`,
  identity: (identity) => identity.zh,
  equation: ({ where, identity, left, right, holds, difference, zerosLeftOut, assumedZero }) => {
    const notes = [
      holds ? '' : `相差 ${difference}`,
      zerosLeftOut ? '为 0 的项未列出' : '',
      assumedZero > 0 ? `${assumedZero} 个空格按 0 计` : '',
    ].filter((note) => note !== '');
    const remark = notes.length > 0 ? `（${notes.join('；')}）` : '';
    return `${where}：${identity}，${left} ${holds ? '=' : '≠'} ${right}${remark}`;
  },
  undetermined: (where, identity, reason) => `${where}：${identity}，无法判定，${reason}`,
  undeterminedGroup: (count, reason) => `${count} 条无法判定：${reason}`,
  places: (names, total) => listed(names, total, '处'),
  cells: (names, total) => listed(names, total, '格'),
  cellsWithin: (lines, total) => `${joined(lines)}的 ${total} 格`,
  reasons,
  noNumberAt: (places) => `所涉各格都没有数字（${places}）`,
  change: (cell, from, to) => `${cell}由${from === null ? '空白填为' : ` ${from} 改为`} ${to}`,
  alternative: (changes, violated, guess) =>
    `若${changes.join('、')}，则${
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
      return zero
        ? '疑为总计没有按分项汇总'
        : `疑为总计${grows ? '少计' : '多计'} ${by} 件，或者分项改动后总计未改`;
    },
    blank_to_number: () => '疑为漏填',
    figure_split: () => '疑为一个数字拆填在两格',
  },
  otherAlternatives: (count, capped) =>
    count === 1
      ? '可能还有其他改法（推算已到限度），不能断定哪一格有误'
      : `${capped ? '至少' : '共'}有 ${count} 种改法都能使各条关系成立，哪一格有误须对照原始台账核实`,
  noAlternative: '涉及数字较多，未能推算出可能有误的单元格，请逐格核对',
  issues: {
    file_not_found: ({ path }) => `找不到“${path}”，请核对路径。`,
    file_forbidden: ({ path }) => `没有权限读取“${path}”，请先取得读取权限。`,
    reader_missing: ({ looksLike, package: name }) =>
      `读取 ${looksLike} 文件所用的 ${name} 没有安装，请运行 npm install ${name} 后重试。`,
    file_irregular: ({ path }) => `“${path}”不是普通文件（设备、管道或套接字），没有读取。`,
    file_failed: ({ path, detail }) => `读取“${path}”时出错（${detail}），请检查磁盘或网络后重试。`,
    folder_empty: ({ path, endings }) =>
      `文件夹“${path}”里没有可读的文件。可读的扩展名是：${endings.join(' ')}。`,
    archive_empty: ({ path }) =>
      `网页存档“${path}”里没有网页或文档（状态码 200 的响应），请检查存档是否完整。`,
    line_malformed: ({ line, detail }) =>
      `第 ${line} 行不是一个页面（${detail}），未读取。每行应是一个 JSON 对象：{"url": …, "html": …}。`,
    source_empty: () => '文件是空的，没有内容，请重新保存报告页面。',
    source_binary: ({ looksLike }) =>
      `这种文件不能读取${looksLike === null ? '' : `，看起来是 ${looksLike} 文件`}，请另存为网页（.html）、纯文本（.txt）、PDF、DOCX 或 XLSX 再读。`,
    pdf_scanned: ({ pages }) =>
      `这份文件是扫描件或图片（共 ${pages} 页），里面没有可读的文字。请改用网页版报告，或者向发布机关索取文字版。`,
    pdf_recognised: ({ pages }) =>
      `这份文件有 ${pages} 页的文字来自扫描件的文字识别，可能与印出的内容不一致，其中的数字未读取。请对照图像核对，或者向发布机关索取文字版。`,
    pdf_outlined: ({ pages }) =>
      `这份 PDF 的文字已转成曲线（共 ${pages} 页），只有字形，没有可读的文字。请改用网页版报告，或者向发布机关索取文字版。`,
    part_unread: ({ part }) => `文档中嵌入了另一个文件${quoted(part)}，未读取。请打开文档重新保存后再读。`,
    sheet_hidden: ({ sheet }) => `工作簿中的工作表${quoted(sheet)}是隐藏的，未读取。`,
    file_encrypted: ({ looksLike }) => `这份 ${looksLike} 文件设有打开密码，无法读取。请取消密码后再读。`,
    file_damaged: ({ looksLike, detail }) =>
      `这份 ${looksLike} 文件已损坏或不完整，无法读取（${detail}）。请重新下载或另存后再读。`,
    file_excessive: ({ what, limit }) =>
      `已停止读取：${excess[what](limit)}，超出正常年度报告的范围。请检查文件是否正确。`,
    encoding_assumed: ({ declared, used }) =>
      declared === null
        ? `文件没有标明字符编码，按 ${used} 读取；如有乱码，请另存为 UTF-8。`
        : `文件标明的字符编码（${declared}）与内容不符，已按 ${used} 读取；如有乱码，请另存为 UTF-8。`,
    text_garbled: ({ sample }) =>
      `文字已成乱码（如${quoted(sample)}），无法辨认，请从原网页重新保存为 UTF-8 编码。`,
    markup_excessive: ({ tags, depth }) =>
      `网页的内容过多或层次过深（读到 ${tags} 个标签、${depth} 层为止），超出正常报告页面的范围，未读取。`,
    no_tables: () =>
      '没有找到表格。年报的统计数据应在第二、三、四部分的表格中；表格是图片的，无法读取；报告在附件中的，请核对附件。',
    no_report: ({ tables }) =>
      `找到 ${tables} 张表格，没有认出年度报告的统计表。请确认打开的是报告正文；如果确是，表格的格式可能暂不支持。`,
    older_form: ({ evidence }) =>
      `未读取：这是 2019 年以前的统计表（见${quoted(evidence)}），这种式样目前还不能读取。`,
    half_year_notice: ({ evidence }) => `这是半年情况通报（见${quoted(evidence)}），不是年度报告，未读取。`,
    part_of_year: ({ evidence }) =>
      `标题写明的时间不是一个完整年度（见${quoted(evidence)}），因此不作为某一年度的数据。`,
    comparison_page: ({ table, years, slot }, naming) =>
      `${inTable(slot)}并列了 ${years.join('、')} 几个年度的“${naming.table(table)}”，是年度对比，不是一份年度报告，未读取。`,
    form_ambiguous: ({ candidates: forms }) =>
      `表格栏目同时符合几种表样（${forms.map(noticeOf).join('、')}），无法确定用的是哪一种，现按第一种读取，请核对。`,
    notice_differs: ({ cited, issuedAs }) =>
      `报告引用的是${cited}，表格用的却是${issuedAs}的表样；已按表格实际栏目读取。`,
    blank_form: () => '表格只有栏目，没有填写数字。这是空白表，不等于通过核对。',
    year_missing: () => '没有找到报告年度，请查看标题或首段是否写明。',
    year_conflict: ({ candidates: list }) =>
      `报告中有不同的年度：${candidates(list, ' 年')}，无法确定以哪个为准，请核对原文。`,
    authority_missing: () => '没有找到发布机关的名称，请查看标题或首段是否写明。',
    authority_conflict: ({ candidates: list }) =>
      `报告中有不同的发布机关：${candidates(list, '')}，无法确定以哪个为准，请核对原文。`,
    tables_hidden: ({ tables }) => `页面另有 ${tables} 张报告表格没有显示出来，未读取。`,
    content_elsewhere: ({ what, address }) =>
      `页面本身没有报告，所显示的内容在${elsewhere[what]}${address === null ? '' : `（${quoted(address)}）`}，未读取。`,
    table_missing: ({ table, heading }, naming) =>
      heading === null
        ? `没有找到“${naming.table(table)}”的表格，该表未读取。`
        : `标题${quoted(heading)}之下没有找到表格，该表未读取。`,
    table_is_image: ({ table }, naming) =>
      `“${naming.table(table)}”是图片，其中的数字无法读取，请改用文字版表格。`,
    grid_overlap: ({ slot }) => `${at(slot)}的单元格与别的单元格重叠，已按浏览器的显示方式排列，请核对该处。`,
    totals_left_out: ({ table }) => `页面第 ${table + 1} 张表过长，没有逐一查找其中的全部合计。`,
    rows_left_out: ({ table, rows, of }) =>
      `页面第 ${table + 1} 张表共 ${of} 行，只读取了前 ${rows} 行；其余各行及涉及它们的合计没有核对。可分成几个文件再核对。`,
    grid_too_large: ({ table }) => `页面第 ${table + 1} 张表过大，超出正常年报的范围，未读取。`,
    columns_unknown: ({ table, slot }, naming) =>
      `“${naming.table(table)}”（${at(slot)}）的列标题无法辨认，不知道各列的含义，未读取。`,
    columns_broken: ({ table, slot }, naming) =>
      `“${naming.table(table)}”（${at(slot)}）的列标题与数据列没有对齐，已按数据列的顺序读取，请核对。`,
    header_cell_missing: ({ table, column, slot }, naming) =>
      `“${naming.table(table)}”没有找到${naming.column(table, column)}的列标题（${at(slot)}），已按其余各列推定。`,
    hidden_row: ({ slot }) => `${inTable(slot)}在页面上是隐藏的，未读取。`,
    hidden_cell: ({ slot }) => `${inTable(slot)}有一个单元格在页面上是隐藏的，其中的文字未读取。`,
    table_excerpt: ({ table, slot }, naming) =>
      `${inTable(slot)}起的表格只有“${naming.table(table)}”的部分行列；页面另有较完整的一张，以那一张为准。`,
    table_repeated: ({ table, slot }, naming) =>
      `页面上不止一张“${naming.table(table)}”（这一张从${inTable(slot)}起），其间没有写明单位或年度的报告标题，无法确定哪一张是本报告的。`,
    pieces_unsure: ({ table, slot }, naming) =>
      `“${naming.table(table)}”分成了几段（其中一段从${inTable(slot)}起），次序与表样不同，或者同一段出现不止一次，无法确定哪几段属于同一张表。`,
    figures_unaccounted: ({ table, figures, count, slot }, naming) =>
      `“${naming.table(table)}”（从${at(slot)}起）有 ${count} 个数字没有找到归属：${figures.map(flat).join('、')}${figures.length < count ? '……' : ''}。这张表的勾稽关系如果不成立，不作为报告的错误。`,
    row_missing: ({ table, row }, naming) =>
      `“${naming.table(table)}”中没有找到${naming.row(table, row)}，该行未读取。`,
    row_repeated: ({ table, row, label, slot }, naming) =>
      `“${naming.table(table)}”中${naming.row(table, row)}出现了不止一次（${at(slot)}，原文${quoted(label)}），无法确定以哪一行为准。`,
    row_in_doubt: ({ table, row, label, slot }, naming) =>
      row === null
        ? `“${naming.table(table)}”中有一行无法辨认（${at(slot)}，原文${quoted(label)}），该行未读取。`
        : `“${naming.table(table)}”中的一行（${at(slot)}，原文${quoted(label)}）可能是${naming.row(table, row)}，但不能确定，该行未读取。`,
    cells_dropped: ({ table, row, found, expected, slot }, naming) => {
      const where = `“${naming.table(table)}”的${naming.row(table, row)}（${inTable(slot)}）`;
      const why = found === expected ? '与列标题错位，可能缺了一格' : `应有 ${expected} 格，实有 ${found} 格`;
      return `${where}${why}，无法确定每个数字属于哪一列，该行未读取。`;
    },
    cell_merged: ({ ref, slot }, naming) =>
      `${at(slot)}是合并单元格，盖住了${naming.cell(ref)}，无法确定其中的数字属于哪一格，该格未读取。`,
    cell_missing: ({ ref }, naming) => `没有找到${naming.cell(ref)}，该格未读取。`,
    extra_row: ({ table, label, subtotal, slot }, naming) =>
      `“${naming.table(table)}”比全国统一表样多出一行${quoted(label)}（${at(slot)}），已照录${
        subtotal ? '，看作小计，不计入合计' : ''
      }。`,
    label_differs: ({ printed, official, slot }) =>
      `${at(slot)}原文为${quoted(printed)}，按${quoted(official)}读取。`,
    value_unreadable: ({ ref, raw, slot }, naming) =>
      `${naming.cell(ref)}（${at(slot)}）的内容${quoted(raw)}不是一个可以辨认的数字，该格未读取。`,
    figure_obscured: ({ ref, raw, why, slot }, naming) =>
      `${naming.cell(ref)}（${at(slot)}）${raw === '' ? '没有文字' : `的内容为${quoted(raw)}`}，但${obscurities[why]}，该格未读取。`,
  },
};
