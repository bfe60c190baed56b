/** 上半年, 第三季度, 1-6月: a time that is no year. */
export const partOfYear =
  /上半年|下半年|前三季度|第?[一二三四]季度|(?:1|一)月?(?:至|到|-|—)(?:[2-9]|1[01]|六|九)月/;

/** 2022—2023学年, 2021-2023年: years that run into one another. */
const severalYears = /20\d{2}年?度?(?:-|—|–|~|至|\/){1,2}(?:20)?\d{2}学?年度?|(?<=20\d{2})学年度?/;

/** Whatever a title may name in the place of a calendar year. */
export const notOneYear = new RegExp(`${partOfYear.source}|${severalYears.source}`);
