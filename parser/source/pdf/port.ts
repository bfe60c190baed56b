/** What passes between pdfjs and its worker, which runs in the same thread. */

type Listener = (event: { data: unknown }) => void;
type PortMessage = { action?: unknown; data?: unknown; chunk?: unknown };

/** After so many messages whatever else waits has its turn: without that, no limit of time would hold while a page is read. */
const untilPause = 50;

const isMessage = (data: unknown): data is PortMessage => typeof data === 'object' && data !== null;

/** How many drawing instructions, or pieces of text, a message brings. */
const weightOf = (message: PortMessage): number => {
  const { chunk } = message;
  if (typeof chunk !== 'object' || chunk === null) return 0;
  if ('fnArray' in chunk && Array.isArray(chunk.fnArray)) return chunk.fnArray.length;
  return 'items' in chunk && Array.isArray(chunk.items) ? chunk.items.length : 0;
};

/** A decoded picture goes no further: nobody looks at it, and a page may have hundreds. Where it stands is told apart from it. */
const withoutPicture = (message: PortMessage): PortMessage => {
  const { action, data } = message;
  if ((action !== 'obj' && action !== 'commonobj') || !Array.isArray(data)) return message;
  const kind = data.indexOf('Image');
  return kind < 0 ? message : { ...message, data: [...data.slice(0, kind + 1), null] };
};

/** Both ends of the line: each handler passes over what is not sent to it. */
export class CountingPort {
  readonly #listeners = new Map<Listener, AbortSignal | undefined>();
  readonly #queue: unknown[] = [];
  readonly #counted: (weight: number) => boolean;
  #busy = false;

  /** @param counted is told of what a message brings, and says whether it is still to be delivered. */
  constructor(counted: (weight: number) => boolean) {
    this.#counted = counted;
  }

  postMessage(data: unknown, transfer?: Transferable[]): void {
    const message = isMessage(data) ? withoutPicture(data) : data;
    if (isMessage(message) && !this.#counted(weightOf(message))) return;
    this.#queue.push(structuredClone(message, message === data && transfer ? { transfer } : undefined));
    if (!this.#busy) void this.#deliver();
  }

  async #deliver(): Promise<void> {
    this.#busy = true;
    for (let count = 1; this.#queue.length > 0; count++) {
      await (count % untilPause === 0 ? new Promise((resolve) => setTimeout(resolve)) : null);
      const data = this.#queue.shift();
      for (const [listener, signal] of this.#listeners) if (!signal?.aborted) listener.call(this, { data });
    }
    this.#busy = false;
  }

  addEventListener(_: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.set(listener, options?.signal);
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}
