/** A row below a heading such as （五）不予处理 is told with it: 重复申请 alone would not say of what. */
export const groupedLabel = ({ groups = [] }: { groups?: readonly string[] }, label: string): string => {
  const group = groups.at(-1);
  return group?.startsWith('（') && !label.startsWith('（') && /^\d/.test(label)
    ? `${group} · ${label}`
    : label;
};
