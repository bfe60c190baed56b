import type { Head } from './head.ts';

/** Exports of pages and files as plain text. */
export const inTexts: readonly Head[] = [
  [
    'text of a Word file',
    '望山县残疾人联合会\n2023年政府信息公开工作年度报告\n\n一、总体情况\n2023年，县残联认真落实。\n\n望山县残疾人联合会\n2024年1月5日',
    '望山县残疾人联合会',
    2023,
  ],
  [
    'text of a page with meta lines',
    '首页>政务公开>乡镇>石鼓山镇>政府信息公开年报\n索 引 号：000-2023-0001\n发布机构：石鼓山镇\n生成日期：2023-01-16\n石鼓山镇2022年政府信息公开工作年度报告\n发布时间：2023-01-16 09:30 浏览次数：20\n一、总体情况\n',
    '石鼓山镇',
    2022,
  ],
  [
    'text with markdown heading',
    '# 青禾市水务局2021年政府信息公开工作年度报告\n\n> 来源：青禾市水务局 | 日期：2022-01-28\n\n## 一、总体情况\n',
    '青禾市水务局',
    2021,
  ],
  [
    'text, title over three lines',
    '南浦岭自治县民族宗教事务局\n2020年政府信息公开工作\n年度报告\n一、总体情况\n',
    '南浦岭自治县民族宗教事务局',
    2020,
  ],
  [
    'text: page header and number before the title',
    '第1页 共8页\n白石区人民政府2023年政府信息公开工作年度报告\n一、总体情况\n',
    '白石区人民政府',
    2023,
  ],
  [
    'text: attachment head',
    '附件1\n\n柳塘镇人民政府2023年政府信息公开\n工作年度报告\n\n根据条例要求，编制本报告。\n一、总体情况\n\n柳塘镇人民政府\n2024年1月8日',
    '柳塘镇人民政府',
    2023,
  ],
  [
    'text: number of the paper above the title',
    '望政办字〔2022〕3号\n\n望山县人民政府办公室\n关于望山县2021年政府信息公开工作\n年度报告\n\n一、总体情况\n',
    '望山县人民政府办公室',
    2021,
  ],
  [
    'text export with everything in one line (title and meta)',
    '乙镇2023年政府信息公开工作年度报告 发布时间：2024-01-17 来源：乙镇 浏览次数： 字体：[大 中 小]\n一、总体情况\n',
    '乙镇',
    2023,
  ],
  [
    'text export: crumbs and title in one line',
    '当前位置：首页 > 政府信息公开 > 年报 > 丙街道办事处2022年政府信息公开工作年度报告\n一、总体情况\n',
    '丙街道办事处',
    2022,
  ],
  [
    'text: title broken at a character',
    '甲县人力资源和社会保\n障局2022年政府信息公开工作年度报告\n一、总体情况\n',
    '甲县人力资源和社会保障局',
    2022,
  ],
  [
    'text: date then body then title',
    '2025-01-10\n甲县城市管理局\n2024年度政府信息公开工作年度报告\n一、总体情况\n',
    '甲县城市管理局',
    2024,
  ],
  [
    'text: document of issuing: title with 关于印发',
    '甲县卫生健康局关于印发《甲县卫生健康局2024年政府信息公开工作年度报告》的通知\n各股室：\n现将《甲县卫生健康局2024年政府信息公开工作年度报告》印发给你们。\n一、总体情况\n',
    '甲县卫生健康局',
    2024,
  ],
  [
    'text: footer lines of a PDF',
    '- 1 -\n甲县文旅局2024年政府信息公开工作年度报告\n- 2 -\n一、总体情况\n',
    '甲县文旅局',
    2024,
  ],
  [
    'text with numbers of pages and dots',
    '目录\n一、总体情况 1\n二、主动公开政府信息情况 2\n石滩镇人民政府2021年政府信息公开工作年度报告\n一、总体情况\n2021年，石滩镇人民政府认真落实。\n',
    '石滩镇人民政府',
    2021,
  ],
  [
    'text: cover page',
    '云岭县人民政府\n政府信息公开工作年度报告\n（2021年度）\n云岭县人民政府办公室编\n2022年1月\n一、总体情况\n',
    '云岭县人民政府',
    2021,
  ],
  [
    'text: markdown link list above',
    '[首页](http://example.cn/) > [政务公开](http://example.cn/zwgk/) > 石滩镇\n# 石滩镇人民政府2021年政府信息公开工作年度报告\n发布时间：2022-01-12 字号：[大](javascript:)[中](javascript:)[小](javascript:)\n一、总体情况\n',
    '石滩镇人民政府',
    2021,
  ],
  [
    'text: bold markdown',
    '**石滩镇人民政府2021年政府信息公开工作年度报告**\n\n一、总体情况\n',
    '石滩镇人民政府',
    2021,
  ],
  [
    'text: all lines indented',
    '　　　　桐溪县文化馆\n　　2021年政府信息公开工作年度报告\n\n　　一、总体情况\n　　略。\n',
    '桐溪县文化馆',
    2021,
  ],
  [
    'text: each word of the title in a line',
    '桐溪县公路养护中心\n2021年\n政府信息公开工作年度报告\n（2022年1月12日）\n一、总体情况\n',
    '桐溪县公路养护中心',
    2021,
  ],
  [
    'text: title in the file’s header line with page',
    '桐溪县公路养护中心2021年政府信息公开工作年度报告 第 1 页\n一、总体情况\n',
    '桐溪县公路养护中心',
    2021,
  ],
  [
    'text with a url before',
    'http://www.example.cn/zwgk/2022/t20220112_1.html\n桐溪县公路养护中心2021年政府信息公开工作年度报告\n一、总体情况\n',
    '桐溪县公路养护中心',
    2021,
  ],
];
