/** What a report says of itself, with the words in which it says so. */
export type Evidenced<Value> = { value: Value; evidence: string };
