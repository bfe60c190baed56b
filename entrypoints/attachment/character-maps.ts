import type { PdfAsset } from '../../parser/source/pdf/pdf.ts';

/**
 * Which characters the codes of a Chinese PDF mean, where the file does not say it (ISO 32000-1, 9.7.5.2). They are part of this script,
 * since a page of the web may ask for none of our files. Those of Japanese and Korean are left out, and so are the standard fonts:
 * they draw letters, and the text is the same without.
 */
const maps = import.meta.glob<string>(
  '/node_modules/pdfjs-dist/cmaps/{*GB*,*CNS*,*B5*,HK*,ET*,UniCNS*,Identity*}.bcmap',
  { query: '?url&inline', import: 'default', eager: true },
);

export const characterMap: PdfAsset = async (folder, name) => {
  const address = maps[`/node_modules/pdfjs-dist/${folder}/${name}`];
  if (address === undefined) throw new Error(`${name} is not at hand`);
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (byte) => byte.charCodeAt(0));
};
