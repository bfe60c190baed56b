/** The words of the bench's tables. Names of programs stand as they are. */
const words: Readonly<Record<string, string>> = {
  'time / time of the reference': '耗时为基准的倍数',
  'tidy markup': '标记规整',
  'pasted from Word': '从 Word 粘贴',
  '40 layout tables': '40 张排版用表格',
  nested: '表格嵌套',
  'end tags left out': '缺少结束标签',
  'no report': '不含年报',
  'SAX grid (reference)': 'SAX 建表（基准）',
  'SAX grid (reference), again': 'SAX 建表（基准），再测一次',
  'its time': '基准耗时',
  'gouji, string → grids': 'gouji，字符串 → 表格',
  'gouji, string → checked extraction': 'gouji，字符串 → 核对完毕',
  'cheerio/slim + walk': 'cheerio/slim + 遍历',
  'cheerio (parse5) + walk': 'cheerio（parse5）+ 遍历',
  'whole process': '整个进程',
  milliseconds: '毫秒',
  ratio: '倍数',
  'empty Node': '仅启动 Node',
  '`node cli/gouji.ts check` of one page': '`node cli/gouji.ts check` 核对一个网页',
  'the same, as packed for npm': '同上，打包为 npm 包后',
  'content script in Chromium': 'Chromium 中的内容脚本',
  'milliseconds of the main thread': '占用主线程的毫秒数',
  cold: '首次运行',
  'all, with the world that Chromium makes for it': '合计（含 Chromium 为脚本建立的环境）',
  'an empty script': '空脚本',
  'ours, the difference': '两者之差，即本脚本',
  'The content script was not measured: no Chromium is installed.': '内容脚本未测：没有安装 Chromium。',
  'The content script was not measured: it is not built (`npm run build`).':
    '内容脚本未测：尚未构建（`npm run build`）。',
  'pandas.read_html was not measured: python3-pandas is not installed.':
    'pandas.read_html 未测：没有安装 python3-pandas。',
};

/** What a cell says, whole or piece by piece: `M: 147 KB, pasted from Word`. */
const said = (cell: string): string =>
  words[cell] ??
  cell
    .split(/(, | \(|\), |: )/)
    .map((piece) => words[piece] ?? { ', ': '，', ' (': '（', '), ': '），', ': ': '：' }[piece] ?? piece)
    .join('');

/** The tables as the Chinese readme has them. */
export const inChinese = (tables: string): string =>
  tables
    .split('\n')
    .map((line) => line.split(' | ').map(cellIn).join(' | '))
    .join('\n');

const cellIn = (piece: string): string => {
  const [, before = '', cell = '', after = ''] = /^(\| )?(.*?)( \|)?$/.exec(piece) ?? [];
  return before + said(cell) + after;
};
