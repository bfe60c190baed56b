/** Words that automatic conversion changes as a whole (L17). */
const words: Readonly<Record<string, string>> = {
  文件: '檔案',
  关系: '關係',
  制作: '製作',
  制发: '製發',
  采购: '採購',
  重复: '重複',
};

const simplified =
  '云岭县镇办处态环统计发开报号机构称无据华国条规编为总体况关职责录对请畅数见动内项范减决许务罚强业费购额万单结组织会转这属护权类过执询没现补确访举诉复获继续议讼别维纠审经问题进个栏够时将专负页废缴纳区于后当认门实从稳';
const traditional =
  '雲嶺縣鎮辦處態環統計發開報號機構稱無據華國條規編為總體況關職責錄對請暢數見動內項範減決許務罰強業費購額萬單結組織會轉這屬護權類過執詢沒現補確訪舉訴復獲繼續議訟別維糾審經問題進個欄夠時將專負頁廢繳納區於後當認門實從穩';

const characters = new Map(
  [...simplified].map((character, at) => [character, [...traditional][at] ?? character]),
);

/** The text in traditional characters, as a mirror of a simplified page shows it. Knows the characters of this folder's pages. */
export const inTraditional = (text: string): string => {
  let converted = text;
  for (const [from, to] of Object.entries(words)) converted = converted.replaceAll(from, to);
  return [...converted].map((character) => characters.get(character) ?? character).join('');
};
