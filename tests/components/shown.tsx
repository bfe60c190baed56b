import { fireEvent, render, screen, within } from '@testing-library/preact';
import { vi } from 'vitest';
import type { PanelActions } from '../../components/actions.ts';
import type { PanelProps } from '../../components/panel/standing.ts';
import { Panel } from '../../components/panel.tsx';
import type { PanelHome, PanelSettings } from '../../components/settings.ts';
import { nothingNearby } from '../../entrypoints/wire/nearby.ts';
import type { Extraction } from '../../parser/extraction.ts';

/** The panel as the tests show it: in Chinese, everything else as a person first meets it. */

export const settings: PanelSettings = {
  language: 'zh-CN',
  home: 'page',
  side: 'right',
  width: 400,
  height: 82,
  reader: 'reading',
  quiet: [],
};

const watched = () => ({
  show: vi.fn<PanelActions['show']>(async (_frame, cells) => ({ found: cells.length, span: null })),
  showQuote: vi.fn<PanelActions['showQuote']>(async () => ({ found: 1, span: null })),
  move: vi.fn(async (_home: PanelHome) => true),
  clear: vi.fn<PanelActions['clear']>(),
  follow: vi.fn<PanelActions['follow']>(),
  save: vi.fn<PanelActions['save']>(),
  copy: vi.fn<PanelActions['copy']>(async () => true),
  copyTable: vi.fn<PanelActions['copyTable']>(async () => true),
  table: vi.fn<PanelActions['table']>(async () => ({ figures: 'f\r\n', relations: 'r\r\n' })),
  findings: vi.fn<PanelActions['findings']>(async () => 'rule\r\n'),
  keep: vi.fn<PanelActions['keep']>(async () => 'kept'),
  note: vi.fn<PanelActions['note']>(async () => true),
  nextTab: vi.fn<PanelActions['nextTab']>(async () => true),
  placed: vi.fn<PanelActions['placed']>(),
  readAttachment: vi.fn<PanelActions['readAttachment']>(async () => ({ kind: 'read' })),
  readLinked: vi.fn<PanelActions['readLinked']>(async () => ({ kind: 'unfetched', why: 'gone' })),
  openLinked: vi.fn<PanelActions['openLinked']>(async () => true),
  listMore: vi.fn<PanelActions['listMore']>(async () => 0),
  readAgain: vi.fn<PanelActions['readAgain']>(async () => {}),
  dismiss: vi.fn<PanelActions['dismiss']>(),
  recall: vi.fn<PanelActions['recall']>(),
  set: vi.fn<PanelActions['set']>(),
  openPage: vi.fn<PanelActions['openPage']>(),
});

type More = Partial<Omit<PanelProps, 'actions' | 'readings'>> & {
  actions?: Partial<ReturnType<typeof watched>>;
  nearby?: PanelProps['readings'][number]['nearby'];
  /** What is said of each extraction beside it. */
  told?: Pick<PanelProps['readings'][number], 'findings' | 'around' | 'tables' | 'clips'>;
};

/** Shows the panel. Returns what it calls, and a way to show it again with something changed. */
export const show = (
  extractions: Extraction[],
  { actions = {}, nearby = nothingNearby, told = {}, ...more }: More = {},
) => {
  const calls = { ...watched(), ...actions };
  const props = (changed: Partial<PanelProps>): PanelProps => ({
    readings: [{ frame: 4, attachment: null, extractions, csv: 'a,b\r\n', nearby, ...told }],
    settings,
    dismissals: {},
    browserLanguage: 'zh-CN',
    ...more,
    actions: calls,
    ...changed,
  });
  const { rerender } = render(<Panel {...props({})} />);
  return { ...calls, again: (changed: Partial<PanelProps>) => rerender(<Panel {...props(changed)} />) };
};

export const chip = () => screen.getByRole('button', { name: /打开核对结果/ });
export const dialog = () => screen.getByRole('dialog');
export const openPanel = () => fireEvent.click(chip());
export const openTab = (name: string) =>
  fireEvent.click(within(dialog()).getByRole('tab', { name: new RegExp(`^${name}`) }));
export const findings = () => within(dialog()).queryAllByRole('button', { name: /≠/ });
export const status = () => screen.getByRole('status').textContent;
