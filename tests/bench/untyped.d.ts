declare module 'cheerio-tableparser' {
  /** Adds `parsetable` to every selection: columns of texts. */
  export default function tableparser(api: object): void;
}
declare module 'html-table-to-json' {
  const htmlTableToJson: { parse(html: string): { results: Record<string, string>[][] } };
  export default htmlTableToJson;
}
