import { Chip } from './chip.tsx';
import { FilesOfPage, PanelBody, TablesBeside } from './panel/body.tsx';
import { PanelFooter } from './panel/footer.tsx';
import { Masthead, OtherReports, PanelHead, panelSide, titleId } from './panel/head.tsx';
import type { PanelProps } from './panel/standing.ts';
import { type OpenPanel, usePanel } from './panel/state.ts';

/** A chip at the edge of the page, and the panel that it opens. */
export const Panel = (props: PanelProps) => {
  const panel = usePanel(props);
  if (!panel) return null;
  const { over, stage, language, settings, size, opening, notice, report, keepable, verdict } = panel;
  return (
    <div
      class={`gouji at-${over ? panelSide(panel) : stage}`}
      lang={language}
      style={{ '--width': `${size ?? settings.width}px`, '--height': `${size ?? settings.height}vh` }}
    >
      {!opening.open && (
        <Chip
          verdict={verdict.outcome}
          said={verdict.said}
          language={language}
          button={opening.chip}
          stands={panel.stands}
          onOpen={panel.moves.openFromChip}
          keep={keepable ? report.kept : null}
          onKeep={panel.keeping.keep}
        />
      )}
      {opening.open && <OpenedPanel panel={panel} movable={props.movable === true} />}
      <div class="unseen" role="status">
        {notice}
      </div>
    </div>
  );
};

const OpenedPanel = ({ panel, movable }: { panel: OpenPanel; movable: boolean }) => {
  const { over, alone, opening, marking, report } = panel;
  const marks = report.attachment === null && (marking.shown !== null || marking.cell !== null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a dialog over a page, a group where it stands by itself
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: as above
    <div
      ref={opening.panel}
      class={marks ? 'panel marking' : 'panel'}
      role={over ? 'dialog' : 'group'}
      aria-labelledby={titleId}
      onKeyDown={(event) => onKey(event, panel)}
    >
      {!alone && <PanelHead panel={panel} movable={movable} />}
      <div ref={opening.scroller} class="scroll">
        <Masthead panel={panel} />
        <OtherReports panel={panel} />
        <PanelBody panel={panel} />
      </div>
      <TablesBeside panel={panel} />
      <FilesOfPage panel={panel} />
      <PanelFooter panel={panel} />
    </div>
  );
};

/** Escape closes; `n` and `p` go from finding to finding; `k` keeps and goes on, `m` opens the note. */
const onKey = (event: KeyboardEvent, panel: OpenPanel): void => {
  const { over, alone, opening, listed, step, keepable, keeping, report } = panel;
  if (event.key === 'Escape' && over) opening.close();
  const by = ({ n: 1, p: -1 } as const)[event.key];
  const typing = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
  if (by !== undefined && !typing && listed.length > 0) step(by);
  if (event.key === 'k' && !typing && !alone && keepable) void keeping.keepAndGoOn();
  if (event.key === 'm' && !typing && keepable && report.kept === 'same') void keeping.openNote();
};
