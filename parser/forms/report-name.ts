/**
 * What reports of a form are called, as forms write it: `[…]` may be missing, `(…)` must be there, `|` parts what may stand in either. Nothing is
 * repeated, so that what is made of it takes linear time.
 *
 * `政府信息公开[工作][年度]报告` is 政府信息公开报告, 政府信息公开年度报告 and so on.
 */
export const reportNameShape =
  /^(?:[\p{Script=Han}\d]|\[[\p{Script=Han}\d|]{1,40}\]|\([\p{Script=Han}\d|]{1,40}\)){2,80}$/u;

/** The name as the source of a regular expression without groups that capture. */
export const reportNamePattern = (name: string): string =>
  name.replace(
    /\[([^[\]]+)\]|\(([^()]+)\)/g,
    (_, optional: string | undefined, needed: string | undefined) =>
      optional === undefined ? `(?:${needed})` : `(?:${optional})?`,
  );

/** How reports of that name end: what the last brackets hold or, without brackets there, the last two characters. */
export const endingsOf = (name: string): string[] => {
  const last = /[([]([^()[\]]+)[)\]]$/.exec(name)?.[1];
  return last === undefined ? [name.slice(-2).replace(/[()[\]|]/g, '')] : last.split('|');
};
