import { options } from 'preact';

/** Whatever a control throws, at once or later, is told. */
export const carefully = (fail: (error: unknown) => void): void => {
  const before = options.vnode;
  options.vnode = (node) => {
    const props = node.props as Record<string, unknown> | null;
    if (typeof node.type === 'string' && props) {
      for (const [name, handler] of Object.entries(props)) {
        if (!/^on[A-Z]/.test(name) || typeof handler !== 'function') continue;
        props[name] = function guarded(this: unknown, ...given: unknown[]): unknown {
          try {
            const done: unknown = handler.apply(this, given);
            if (done instanceof Promise) done.catch(fail);
            return done;
          } catch (error) {
            fail(error);
            return undefined;
          }
        };
      }
    }
    before?.(node);
  };
};
