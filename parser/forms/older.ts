/**
 * Labels of the statistics form that was attached to the reports of 2014–2018. A page that prints several of them, and that no form reads, is told
 * as what it is.
 */
export const olderLabels: readonly string[] = [
  '统计指标',
  '指标名称',
  '主动公开政府信息数',
  '主动公开文件数',
  '历年累计',
  '收到申请数',
  '受理依申请公开信息总数',
  '对申请的答复总数',
  '申请办结数',
  '同意公开答复数',
  '依申请公开信息情况',
  '回应解读情况',
  '政府信息公开收费减免金额',
];
