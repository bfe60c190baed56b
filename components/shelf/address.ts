/** What the shelf page shows, as the part of its address behind the #: the browser's own way back works, and so do links. */
export type View =
  | { view: 'list' }
  /** A file that is checked and not kept. */
  | { view: 'draft' }
  /** Figures with the years as columns. */
  | { view: 'years' }
  | { view: 'report'; id: string }
  | { view: 'compare'; ids: [string, string] };

export const addressOf = (view: View): string => {
  switch (view.view) {
    case 'list':
      return '#';
    case 'draft':
      return '#draft';
    case 'years':
      return '#years';
    case 'report':
      return `#report/${encodeURIComponent(view.id)}`;
    case 'compare':
      return `#compare/${view.ids.map(encodeURIComponent).join('/')}`;
  }
};

/** The view that an address names; the list for whatever is not understood. */
export const viewAt = (hash: string): View => {
  const [kind, ...parts] = hash.replace(/^#/, '').split('/');
  const [one, other] = parts.map(decoded);
  if (kind === 'years') return { view: 'years' };
  if (kind === 'draft') return { view: 'draft' };
  if (kind === 'report' && one) return { view: 'report', id: one };
  if (kind === 'compare' && one && other) return { view: 'compare', ids: [one, other] };
  return { view: 'list' };
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
};
