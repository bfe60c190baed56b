const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const scopeEnds = set('applet caption html table td th marquee object template');
/** Elements at which the search for an open `li`, `dd` or `dt` stops (the special category without address, div and p). */
const listStops = set(
  'applet article aside blockquote body button caption center colgroup dd details dir dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav object ol pre search section summary table tbody td tfoot th ' +
    'thead tr ul',
);
/** Elements between whose children no text may stand. */
const tableContexts = set('table tr tbody thead tfoot colgroup');

/** What is to be known of all elements of one name. */
type Kind = {
  name: string;
  /** Where in the stack they stand, outermost first. */
  places: number[];
  endsScope: boolean;
  stopsList: boolean;
  tableContext: boolean;
};

/**
 * The stack of open elements (HTML Standard 13.2.4.2). It keeps where the elements of each name stand, so that no question about
 * scopes searches the stack: a stray end tag costs the same under ten elements and under ten thousand.
 */
export class OpenElements {
  readonly #stack: Kind[] = [];
  readonly #kinds = new Map<string, Kind>();
  readonly #scopes: number[] = [];
  readonly #stops: number[] = [];

  get size(): number {
    return this.#stack.length;
  }

  /** Name of the current node; '' where nothing is open. */
  get current(): string {
    return this.#stack.at(-1)?.name ?? '';
  }

  inTableContext(): boolean {
    return this.#stack.at(-1)?.tableContext ?? false;
  }

  push(name: string): void {
    let kind = this.#kinds.get(name);
    if (!kind) {
      kind = {
        name,
        places: [],
        endsScope: scopeEnds.has(name),
        stopsList: listStops.has(name),
        tableContext: tableContexts.has(name),
      };
      this.#kinds.set(name, kind);
    }
    const place = this.#stack.push(kind) - 1;
    kind.places.push(place);
    if (kind.endsScope) this.#scopes.push(place);
    if (kind.stopsList) this.#stops.push(place);
  }

  /** Name of the element that was popped; undefined where none was open. */
  pop(): string | undefined {
    const kind = this.#stack.pop();
    if (!kind) return undefined;
    kind.places.pop();
    if (kind.endsScope) this.#scopes.pop();
    if (kind.stopsList) this.#stops.pop();
    return kind.name;
  }

  /** Place of the innermost element of that name; −1 where none is open. */
  placeOf(name: string): number {
    return this.#kinds.get(name)?.places.at(-1) ?? -1;
  }

  nameAt(place: number): string {
    return this.#stack[place]?.name ?? '';
  }

  /** Place of the innermost element of that name if it is in scope, else −1. */
  placeInScope(name: string): number {
    const place = this.placeOf(name);
    return place >= (this.#scopes.at(-1) ?? 0) ? place : -1;
  }

  /** The same in list item scope. */
  placeInListScope(name: string): number {
    const place = this.placeInScope(name);
    return place >= Math.max(this.placeOf('ol'), this.placeOf('ul')) ? place : -1;
  }

  placeInTableScope(name: string): number {
    const place = this.placeOf(name);
    return place >= this.placeOf('table') ? place : -1;
  }

  /** Place of the innermost element at which the search for an open list item stops; it may itself be one. −1 where there is none. */
  listStop(): number {
    return this.#stops.at(-1) ?? -1;
  }

  /** Takes an element out of the stack; what was opened in it stays open. Takes as long as the stack is high. */
  remove(place: number): void {
    const above = this.#stack.slice(place + 1).map((kind) => kind.name);
    while (this.#stack.length > place) this.pop();
    for (const name of above) this.push(name);
  }
}
