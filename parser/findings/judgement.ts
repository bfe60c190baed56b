/** What a person has decided about findings: single ones set aside, and rules that raise no alarm. */

/** The reason is a choice, not a text: what is typed into a page, the page can overhear. */
export const dismissalReasons = ['confirmed', 'reorganised', 'stated', 'unit', 'irrelevant'] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** By the key of the finding. `at` is an ISO 8601 time. */
export type Dismissals = Readonly<Record<string, { reason: DismissalReason; at: string }>>;

export type Judgement = { dismissals: Dismissals; quiet: readonly string[] };

export const unjudged: Judgement = { dismissals: {}, quiet: [] };
