/** Stands in for `readable-stream` where jszip asks whether Node's streams are there. */
export const Readable = null;
