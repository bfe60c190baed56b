/**
 * Stands in for `whatwg-encoding` where the sniffer of charsets asks for it: the browser knows the labels of the Encoding
 * Standard itself, and the package would bring every character table with it, and with them Node's buffers.
 */
export const labelToName = (label: string): string | null => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
};
