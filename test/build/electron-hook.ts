import { registerHooks } from 'node:module';

/** Puts the stub where a bundle imports Electron. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    const url = new URL('../support/electron-stub.ts', import.meta.url).href;
    return { url, shortCircuit: true };
  },
});
