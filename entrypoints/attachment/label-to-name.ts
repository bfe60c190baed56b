/**
 * Stands in for `whatwg-encoding` where the sniffer of charsets asks for it: the browser knows the labels of the Encoding
 * Standard itself, and the package would bring every character table with it, and with them Node's buffers.
 */
export const labelToName = (label: string): string | null => {
  try {
    const { encoding } = new TextDecoder(label);
    // By these names the sniffer tells what a meta tag cannot mean.
    return encoding.startsWith('utf-16') ? encoding.toUpperCase() : encoding;
  } catch {
    return null;
  }
};
