import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import type { PanelHome, Side } from './settings.ts';
import { panelWordsIn } from './words-in.ts';

type Props = {
  side: Side;
  language: Language;
  onSide: (side: Side) => void;
  onLanguage: () => void;
  onReadAgain: () => void;
  onPage: (page: 'options' | 'shelf') => void;
  /** Null where it cannot be moved from here. */
  onHome: ((home: PanelHome) => void) | null;
  home: PanelHome;
  onClose: () => void;
};

/** The panel's own controls. */
export const Bar = ({
  side,
  home,
  language,
  onSide,
  onHome,
  onLanguage,
  onReadAgain,
  onPage,
  onClose,
}: Props) => {
  const words = panelWordsIn(language);
  const move = side === 'right' ? words.toLeft : words.toRight;
  return (
    <div class="bar">
      <span class="product">{wordsIn(language).ui.product}</span>
      <button
        type="button"
        class="icon language"
        // The other language names itself in its own words.
        lang={language === 'zh-CN' ? 'en' : 'zh-CN'}
        onClick={onLanguage}
      >
        {language === 'zh-CN' ? 'English' : '中文'}
      </button>
      <Icon
        className="reread"
        name={words.readAgain}
        drawing="M20 4v5h-5M4 20v-5h5M19 9a7.5 7.5 0 0 0-13-2.6M5 15a7.5 7.5 0 0 0 13 2.6"
        onClick={onReadAgain}
      />
      <Icon
        name={words.shelf}
        drawing="M5 4h4v16H5zM11 4h4v16h-4zM17 5l3-.6L22.6 19l-3 .6z"
        onClick={() => onPage('shelf')}
      />
      <Icon
        name={words.options}
        drawing="M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1"
        onClick={() => onPage('options')}
      />
      {onHome && (
        <Icon
          className="home"
          name={home === 'page' ? words.toSide : words.toPage}
          drawing={
            home === 'page'
              ? 'M3 5h18v14H3zM15 5v14M6.5 12h5M9.5 9.5l2.5 2.5-2.5 2.5'
              : 'M3 5h18v14H3zM12 9h6v6h-6z'
          }
          onClick={() => onHome(home === 'page' ? 'side' : 'page')}
        />
      )}
      {home === 'page' && (
        <>
          <Icon
            className="mover"
            name={move}
            drawing={side === 'right' ? 'M14 6l-6 6 6 6M19 5v14' : 'M10 6l6 6-6 6M5 5v14'}
            onClick={() => onSide(side === 'right' ? 'left' : 'right')}
          />
          <Icon
            className="closer"
            name={words.close}
            title={`${words.close}（Esc）`}
            drawing="M6 6l12 12M18 6L6 18"
            onClick={onClose}
          />
        </>
      )}
    </div>
  );
};

type IconProps = { name: string; title?: string; drawing: string; className?: string; onClick: () => void };

const Icon = ({ name, title = name, drawing, className = '', onClick }: IconProps) => (
  <button type="button" class={`icon ${className}`} aria-label={name} title={title} onClick={onClick}>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawing} />
    </svg>
  </button>
);
