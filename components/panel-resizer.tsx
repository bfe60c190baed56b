import { useMedia } from './media.ts';
import { Resizer } from './resizer.tsx';
import { highest, lowest, narrowest, type PanelSettings, type Side, widest } from './settings.ts';

type Props = {
  side: Side;
  settings: PanelSettings;
  label: string;
  onSize: (name: 'width' | 'height', value: number, done: boolean) => void;
};

/** The free edge of the panel: beside the page its width, on a narrow screen the height of the sheet. */
export const PanelResizer = ({ side, settings, label, onSize }: Props) =>
  useMedia('(max-width: 480px)') ? (
    <Resizer
      label={label}
      orientation="horizontal"
      value={settings.height}
      least={lowest}
      most={highest}
      step={5}
      larger="ArrowUp"
      at={({ y }) => ((innerHeight - y) / innerHeight) * 100}
      onSize={(value, done) => onSize('height', value, done)}
    />
  ) : (
    <Resizer
      label={label}
      orientation="vertical"
      value={settings.width}
      least={narrowest}
      most={Math.min(widest, Math.max(narrowest, innerWidth - 24))}
      step={20}
      larger={side === 'right' ? 'ArrowLeft' : 'ArrowRight'}
      at={({ x }) => (side === 'right' ? innerWidth - edge - x : x - edge)}
      onSize={(value, done) => onSize('width', value, done)}
    />
  );

/** Between the panel and the window, CSS pixels; as in the style sheet. */
const edge = 12;
