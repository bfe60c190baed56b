/**
 * The charset of a head that says it plainly: tags without anything odd, and among them one meta tag in one of the two forms that
 * people write. Nearly every page is such; the whole algorithm of the standard is loaded with the first that is not.
 */

/** Labels that are written, and how the decoder calls them (Encoding Standard 4.2). */
const names: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gbk',
  gbk: 'gbk',
  gb18030: 'gb18030',
  big5: 'big5',
};

const isSpace = (text: string): boolean => /^[\t\n\r ]*$/.test(text);

/** A doctype or a tag whose quotes close before it does, and hold no angle brackets. */
const tag = /<(?:!doctype\b|\/?[a-z])[^<>"']*(?:"[^"<>]*"[^<>"']*|'[^'<>]*'[^<>"']*)*>/iy;

const short = /^<meta[\t\n\r ]+charset=(["']?)([\w-]+)\1[\t\n\r ]*\/?>$/i;
const long =
  /^<meta[\t\n\r ]+http-equiv=(["']?)content-type\1[\t\n\r ]+content=(["'])text\/html;[\t\n\r ]*charset=([\w-]+)\2[\t\n\r ]*\/?>$/i;

/** @returns the decoder's name of the charset; null where the head has to be looked at more closely. */
export const plainCharset = (head: Uint8Array): string | null => {
  const text = new TextDecoder('latin1').decode(head);
  tag.lastIndex = text.indexOf('<');
  if (!isSpace(text.slice(0, tag.lastIndex))) return null;
  for (let found = tag.exec(text); found !== null; found = tag.exec(text)) {
    const [one] = found;
    if (/charset/i.test(one)) {
      const label = short.exec(one)?.[2] ?? long.exec(one)?.[3] ?? '';
      return names[label.toLowerCase()] ?? null;
    }
    const next = text.indexOf('<', tag.lastIndex);
    if (next < 0) return null;
    tag.lastIndex = next;
  }
  return null;
};
