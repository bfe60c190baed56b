import { useRef } from 'preact/hooks';

type Props = {
  label: string;
  /** `vertical`: a line beside the panel, which moves left and right. */
  orientation: 'vertical' | 'horizontal';
  value: number;
  least: number;
  most: number;
  step: number;
  /** The value that a pointer at this place stands for. */
  at: (pointer: { x: number; y: number }) => number;
  /** The key that makes the panel larger. */
  larger: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp';
  /** `done`: the person has let go. */
  onSize: (value: number, done: boolean) => void;
};

const smallerKey = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft', ArrowUp: 'ArrowDown' } as const;

/** The edge of the panel, to be dragged or moved with the arrow keys: a window splitter after the ARIA Authoring Practices. */
export const Resizer = ({ label, orientation, value, least, most, step, at, larger, onSize }: Props) => {
  const held = useRef(false);
  const bounded = (size: number): number => Math.round(Math.min(most, Math.max(least, size)));
  const press = (event: KeyboardEvent): void => {
    const to = {
      [larger]: value + step,
      [smallerKey[larger]]: value - step,
      Home: least,
      End: most,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onSize(bounded(to), true);
  };
  const drag = (event: PointerEvent, done: boolean): void => {
    if (held.current) onSize(bounded(at({ x: event.clientX, y: event.clientY })), done);
    if (done) held.current = false;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a splitter that has a value is no <hr>
    <div
      class={`resizer ${orientation}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      title={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={press}
      onPointerDown={(event) => {
        held.current = true;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => drag(event, false)}
      onPointerUp={(event) => drag(event, true)}
    />
  );
};
