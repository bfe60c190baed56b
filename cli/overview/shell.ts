import { createHash } from 'node:crypto';
import type { PageCode } from './page-code.ts';

/** The HTML around the data: one file that asks nobody for anything. */

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A program inside a page ends at the first `</script`, also inside its strings. */
const inScript = (code: string): string => code.replace(/<(?=\/script|!--)/gi, '\\x3C');

/**
 * Up to the data. Nothing may be loaded from anywhere and nothing sent; the only program is the one whose hash stands here, so that
 * not even a mistake of ours would run what a report says.
 */
export const head = ({ script, style }: PageCode): string => {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(inScript(script))}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>政府信息公开工作年度报告核对结果 · Annual reports checked</title>
<style>${style}</style>
</head>
<body>
<div id="report"><p class="wait">正在打开…… Opening…</p></div>
<div id="printed"></div>
<noscript><p class="wait">本页的清单由页内程序显示，请允许本页运行脚本；数据全部在本文件内，不联网。<br>The list is shown by the program in this page: allow it to run scripts. All data is in this file; nothing is fetched.</p></noscript>
`;
};

/** One piece of data: gzip as base64, which holds no character that HTML could take for its own. */
export const piece = (name: 'rows' | 'details' | 'closing', base64: string): string =>
  `<script type="application/gzip" data-piece="${name}">${base64}</script>\n`;

/** After the data. A comment, which holds the licences, would end at two hyphens. */
export const foot = ({ script, licences }: PageCode): string =>
  `<script>${inScript(script)}</script>\n<!--\n${licences.replaceAll('--', '- -')}\n-->\n</body>\n</html>\n`;
