/**
 * Labels as keys. What people change without changing the meaning (width, white space, numbering, brackets, quotes,
 * punctuation, traditional characters) is taken away, so that two wordings of one label have one key.
 */

/** Traditional characters, and the words that automatic conversion swaps, as far as the labels of the forms use them. */
const simplified: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '規规 範范 檔文 開开 條条 項项 製制 發发 廢废 現现 數数 對对 總总 計计 處处 決决 許许 務务 強强 採采 購购 額额 費费 單单 萬万 ' +
    '業业 機机 構构 會会 組组 織织 法法 師师 結结 轉转 請请 辦办 屬属 國国 規规 協协 關关 釋释 據据 類类 過过 執执 繼继 續续 ' +
    '維维 糾纠 審审 復复 訴诉 訟讼 無无 確确 認认 獲获 專专 錄录 補补 內内 與与 為为 於于 將将 應应 體体 該该 還还 準准 ' +
    '價价 標标 質质 區区 縣县 廳厅 鎮镇 鄉乡 報报 監监 諮咨 詢询 舉举 ' +
    '負负 責责 權权 誤误 釐厘 門门 戶户 訪访 陳陈 線线 號号 書书 約约 賠赔 償偿 減减 種种 穩穩 穩稳 危危 及及 禁禁 項项 其其 ' +
    '統统 後后 當当 選选 舊旧 營营 經经 濟济 設设 點点 領领 導导 險险 創创 個个 們们 來来 時时 動动 僅仅 這这 種种 形形 徵征 ' +
    '產产 農农 實实 際际 願愿 複复 覆复 資资 訊讯 進进 連连 違违 達达 遞递 遲迟 適适 邊边 針针 鑑鉴 閉闭 間间 階阶 隨随 雙双 ' +
    '離离 難难 電电 靜静 頁页 順顺 須须 預预 頻频 題题 顯显 驗验 麼么 齊齐 龍龙 衛卫 術术 裝装 視视 觀观 記记 討讨 訂订 託托 ' +
    '評评 詞词 試试 詳详 誠诚 語语 說说 課课 調调 談谈 論论 謀谋 講讲 證证 識识 警警 議议 護护 變变 讓让 財财 貨货 貫贯 ' +
    '買买 賣卖 輸输 輯辑 載载 較较 輕轻 輿舆 辭辞 農农 運运 遠远 選选 郵邮 鄰邻 鈕钮 銀银 鋼钢 錢钱 鍵键 長长 閱阅 隊队 陽阳 陰阴'
  )
    .split(' ')
    .filter((pair) => pair.length === 2 && pair[0] !== pair[1])
    .map((pair) => [pair[0], pair[1]]),
);

/** Traditional characters and swapped words to simplified ones; everything else as it is. */
export const simplify = (text: string): string =>
  // 文件 becomes 檔案 on its way through automatic conversion, not 文案.
  text
    .replaceAll('檔案', '文件')
    .replace(/[\u4E00-\u9FFF]/g, (character) => simplified[character] ?? character);

const numbering =
  /[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]{1,3}部分/g;

const blanks = /[\s\u200B-\u200D\u2060\uFEFF\u00AD]+/g;

/** Text without any white space or invisible character, full-width forms folded (NFKC). */
export const tight = (text: string): string => text.normalize('NFKC').replace(blanks, '');

/** The key of a label: equal keys mean the same label. Only letters, digits and Chinese characters remain. */
export const labelKey = (text: string): string =>
  simplify(tight(text).replace(numbering, '')).replace(/[^\p{L}\p{N}]/gu, '');

/** The key of the part before the first bracket, where a note follows it: （二）部分公开（区分处理的…） → 部分公开. */
export const headKey = (text: string): string => {
  const bare = tight(text).replace(numbering, '');
  const bracket = bare.search(/[([{【〔]/);
  return labelKey(bracket > 0 ? bare.slice(0, bracket) : bare);
};
