import { printed } from '../../parser/messages/figure.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { TableFigure } from '../../parser/tabulation.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = { figure: Pick<TableFigure, 'state' | 'value' | 'raw' | 'unit'> | null; language: Language };

/** A figure as printed, in one of two columns; what is no number says what it is. */
export const ComparedFigure = ({ figure, language }: Props) => {
  const words = shelfWordsIn(language);
  if (!figure) return <i class="soft">{words.absent}</i>;
  switch (figure.state) {
    case 'number':
      return (
        <span title={figure.raw}>
          {printed(figure.value ?? 0)}
          {figure.unit !== null && <small> {figure.unit}</small>}
        </span>
      );
    case 'blank':
      return <i class="soft">{words.states.blank}</i>;
    case 'mark':
      return <span>{figure.raw}</span>;
    case 'unreadable':
      return (
        <span title={figure.raw}>
          <i class="soft">{words.states.unreadable}</i>
        </span>
      );
  }
};

/** How much more the other one prints; nothing where it is as much. */
export const changeOf = (difference: number | null): string => {
  if (difference === null || difference === 0) return '';
  return difference > 0 ? `+${printed(difference)}` : `−${printed(-difference)}`;
};
