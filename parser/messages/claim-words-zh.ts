import type { ClaimPhrases } from './claim-words.ts';

export const zhCN: ClaimPhrases = {
  sumOf: (names, more) => `${names.join('与')}${more > 0 ? `等 ${names.length + more} 格` : ''}之和`,
  sumUnder: (heading) => `“${heading}”各项之和`,
  agrees: (value, cells) => `正文写 ${value}，与表中${cells}一致`,
  differs: (value, cells, table) => `正文写 ${value}，表中${cells}为 ${table}`,
  part: (value) => `正文写 ${value}，只涉及一部分，不与表中总数核对`,
  otherPeriod: (value) => `正文写 ${value}，属于其他时段或者增减数，不与表中数字核对`,
  unsure: (value, cells) => `正文写 ${value}，可能是指表中${cells}，不能确定，未作判定`,
  noFigure: (value, cells) => `正文写 ${value}，对应表中${cells}，该格没有数字，无法判定`,
  untied: (value) => `正文写 ${value}，表中没有对应的数字`,
  sum: {
    satisfied: (total, parts, all) => `所列各项合计 ${all}，与正文总数 ${total} 一致（${parts}）`,
    violated: (total, parts, all, off) => `所列各项合计 ${all}，正文总数为 ${total}，相差 ${off}（${parts}）`,
    undetermined: (total, parts, all) =>
      `所列各项合计 ${all}（${parts}），正文总数为 ${total}；所列可能只是一部分，未作判定`,
  },
  share: {
    satisfied: (percent, part, base) => `${part} ÷ ${base} 与正文所写 ${percent} 一致`,
    violated: (percent, part, base, computed) => `${part} ÷ ${base} ${computed}，正文写 ${percent}`,
    undetermined: (percent) => `正文没有写明 ${percent} 的基数，未作判定`,
  },
  change: {
    satisfied: (percent, part, base) => `由 ${base} 变动 ${part}，与正文所写 ${percent} 一致`,
    violated: (percent, part, base, computed) =>
      `由 ${base} 变动 ${part}，增减幅度 ${computed}，正文写 ${percent}`,
    undetermined: (percent) => `正文没有写明 ${percent} 的基数，未作判定`,
  },
  period: {
    satisfied: (from, to) => `统计期限 ${from}至 ${to}，与报告年度一致`,
    violated: (from, to, year) => `统计期限写为 ${from}至 ${to}，报告年度为 ${year} 年`,
    undetermined: (from, to) => `统计期限 ${from}至 ${to}，报告年度不明，未作判定`,
  },
  balance: {
    satisfied: (arrived, left) => `收到的 ${arrived} 与办理、结转的 ${left} 一致`,
    violated: (arrived, left) => `收到的 ${arrived} 与办理、结转的 ${left} 不一致`,
    undetermined: (arrived, left) =>
      `收到的 ${arrived} 与办理、结转的 ${left} 不同；正文可能没有列全，未作判定`,
  },
  repeated: (value, other) => `同一项正文另一处写作 ${other}，此处写作 ${value}`,
  misspeltYear: (named) => `“${named} 年”不是年份`,
  wrongYear: (named, year) => `正文写作 ${named} 年，所列数字却与本报告（${year} 年）的表格一致`,
  worthALook: (sentence) => `${sentence}（线索）`,
  who: { whole: '本机关', part: '其中一部分', other_period: '本机关', unknown: '所指不能确定' },
  thisYear: (year) => (year === null ? '本年' : `${year} 年`),
  otherTime: '其他时段或者增减',
  readAs: (who, when, what) => `读作：${who} · ${when} · ${what}`,
  computed: (exact, rounded, decimals, isExact) =>
    isExact
      ? `= ${rounded}`
      : `≈ ${exact}，${decimals === 0 ? '取整数' : `保留 ${decimals} 位小数`}为 ${rounded}`,
  day: (year, month, day) => `${year === null ? '' : `${year} 年 `}${month} 月 ${day} 日`,
};
