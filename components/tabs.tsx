import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

type Tab<Name extends string> = {
  name: Name;
  label: string;
  count?: number;
  children: () => ComponentChildren;
};

type Props<Name extends string> = {
  label: string;
  tabs: readonly Tab<Name>[];
  chosen: Name;
  onChoose: (name: Name) => void;
};

/** Tabs after the ARIA Authoring Practices: one stop of the Tab key, arrow keys between them, the view below. */
export const Tabs = <Name extends string>({ label, tabs, chosen, onChoose }: Props<Name>) => {
  const list = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ name }) => name === chosen);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.name);
    list.current?.querySelector<HTMLElement>(`#${idOf(next.name)}`)?.focus();
  };
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={go}>
        {tabs.map(({ name, label: text, count }) => (
          <button
            key={name}
            type="button"
            id={idOf(name)}
            role="tab"
            aria-selected={name === chosen}
            aria-controls="gouji-view"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {text}
            {count !== undefined && count > 0 && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div id="gouji-view" class="body" role="tabpanel" tabIndex={0} aria-labelledby={idOf(chosen)}>
        {tabs.find(({ name }) => name === chosen)?.children()}
      </div>
    </>
  );
};

// Unique in its shadow root, and there is only one panel in it.
const idOf = (name: string): string => `gouji-tab-${name}`;
