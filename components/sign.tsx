import type { Outcome } from '../parser/findings/verdict.ts';

/** The sign of a verdict: a tick, a struck equals sign, a question mark, a dash. Drawn, so that no page font is needed. */
export const Sign = ({ verdict }: { verdict: Outcome }) => (
  <svg class={`sign is-${verdict}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="12" />
    <path d={strokes[verdict]} />
  </svg>
);

const strokes: Record<Outcome, string> = {
  holds: 'M6.5 12.5l3.8 3.8 7.2-8.4',
  violated: 'M6.5 9.6h11M6.5 14.4h11M14.6 6l-5.2 12',
  open: 'M8.9 9.3a3.1 3.1 0 1 1 4.6 2.7c-1 .6-1.5 1.1-1.5 2.2M12 17.6v.1',
  unread: 'M7 12h10',
};
