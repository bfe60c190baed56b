/** 上半年, 第三季度, 1-6月: a time that is no year. */
export const partOfYear = /上半年|下半年|前三季度|第?[一二三四]季度|(?:1|一)月?(?:至|到|-|—)(?:6|六)月/;
