/** What pdfjs expects of the language and Node 20 does not have yet. Nothing is touched where it is there. */

const add = (target: object, name: string, value: unknown): void => {
  if (!(name in target)) Object.defineProperty(target, name, { configurable: true, writable: true, value });
};

export const completeRuntime = (): void => {
  add(Promise, 'withResolvers', () => {
    const parts: { resolve?: unknown; reject?: unknown } = {};
    const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
    return { ...parts, promise };
  });
  // The old buffer stays as it is: it is only ever given up here to save a copy.
  add(
    ArrayBuffer.prototype,
    'transferToFixedLength',
    function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new Uint8Array(length);
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy.buffer;
    },
  );
};
