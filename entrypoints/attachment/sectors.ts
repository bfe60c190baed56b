/**
 * Stands in for Node's `stream` where word-extractor asks for it: sectors of a compound file, read one after the other as soon as
 * somebody wants the data. Of a stream it uses no more than this.
 */
export class Readable {
  readonly #heard: { [Kind in 'data' | 'end' | 'error']?: (what: unknown) => void } = {};
  #ended = false;

  on(kind: 'data' | 'end' | 'error', hear: (what: unknown) => void): this {
    this.#heard[kind] = hear;
    // As there, reading begins with the first who listens for data, and after all of them have been named.
    if (kind === 'data') queueMicrotask(() => void this.#flow());
    return this;
  }

  push(chunk: unknown): boolean {
    if (chunk === null) this.#ended = true;
    else this.#heard.data?.(chunk);
    return !this.#ended;
  }

  /** Pushes one sector, or null behind the last. */
  _read(): unknown {
    return this.push(null);
  }

  async #flow(): Promise<void> {
    try {
      while (!this.#ended) await this._read();
      this.#heard.end?.(undefined);
    } catch (error) {
      this.#heard.error?.(error);
    }
  }
}
