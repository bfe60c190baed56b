import { type ComponentChildren, render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { adoptedSheet } from '../wire/panel-sheets.ts';

const sheet = adoptedSheet();

/** A part of the page in which the panel's own style sheets hold, and not those of the page. */
export const Shadow = ({ children }: { children: ComponentChildren }) => {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    render(children, root);
  }, [children]);
  useLayoutEffect(() => {
    const { current } = host;
    return () => {
      if (current?.shadowRoot) render(null, current.shadowRoot);
    };
  }, []);
  return <div ref={host} class="panel-home" />;
};
