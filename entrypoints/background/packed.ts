/** JSON in a tenth of its room: gzip, as base64, since the browser's session store takes nothing but JSON. */

export const packed = async (value: unknown): Promise<string> => {
  const bytes = new Uint8Array(
    await through(new Blob([JSON.stringify(value)]), new CompressionStream('gzip')),
  );
  let text = '';
  // As many as a call takes arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};

/** What was packed, or undefined where that is none. */
export const unpacked = async (text: unknown): Promise<unknown> => {
  if (typeof text !== 'string') return undefined;
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const json = await through(new Blob([bytes]), new DecompressionStream('gzip'));
    return JSON.parse(new TextDecoder().decode(json));
  } catch {
    return undefined;
  }
};

const through = (blob: Blob, by: CompressionStream | DecompressionStream): Promise<ArrayBuffer> =>
  new Response(blob.stream().pipeThrough(by)).arrayBuffer();
