import type { TableWords } from './words.ts';

export const zhCN: TableWords = {
  about: '读取任意统计表（网页、办公文档、CSV），找出表中的合计并核对',
  format: '格式：json、ndjson（每个来源一行）、csv（每个数字一行）、xlsx 或 parquet；默认为供人阅读的摘要',
  relations: '用 csv 或 parquet 时，另把各处合计写到此文件',
  exitCodes: '退出码：0 没有可以断定的错误；1 有合计不成立；2 有未能读取的内容',
  noFigures: '没有含数字的表格',
  formAbout: '自己写的表样（见 docs/forms.md）',
  draftAbout: '按网页、办公文档或 CSV 中的表格写出表样草稿（JSON），改定后用 --form 读取同样的表',
  draftPage: '一个文件，或 - 表示标准输入',
  draftTable: '只取第几张表（从 1 数起）；省略时取有合计的各表',
  draftRows:
    'named 逐行写出行名，open 只写合计各行，其余各行按科目编码或编号由各单位有则填报；省略时，有编码或编号的表为 open',
  draftExit: '退出码：0 已写出；2 没有可写成表样的表格',
  nothingToDraft: '没有可写成表样的表格：表中须有数字，且行、列须有文字名称',
  nothingOpen:
    '没有行数不固定的表格：各行须有科目编码（201、20103……），或以一、二、……编号，且每一栏有文字名称',
  more: (count) => `另有 ${count} 处不成立，用 --format json 查看全部`,
  total: ({ sources, tables, violated }) => `共 ${sources} 个来源、${tables} 张表，${violated} 处合计不成立`,
};
