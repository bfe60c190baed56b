import { registerHooks } from 'node:module';

/** Preloaded with `--import`: says on standard error which packages a run really loads. */
registerHooks({
  load(url, context, next) {
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
    if (name) console.error(`loaded ${name}`);
    return next(url, context);
  },
});
