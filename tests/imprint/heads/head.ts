/**
 * The head of a page with a report, what else stands on it, and who and when it says: null where a careful reader could not tell. `[表]` is where
 * the tables stand. All places and bodies are invented.
 */
export type Head = readonly [kind: string, page: string, body: string | null, year: number | null];
