/** What a reader of text was given in its place, told to who writes the call. */
export const mustBeText: (text: unknown, called: string) => asserts text is string = (text, called) => {
  if (typeof text === 'string') return;
  const kind =
    text === null ? 'null' : typeof text === 'object' ? (text.constructor?.name ?? 'object') : typeof text;
  throw new TypeError(
    `${called} takes text that is decoded already, and got ${kind}; hand the bytes of a file to read(bytes, { name }), which finds out their encoding. ${called} 只接受已解码的文字。`,
  );
};
