import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { builtinModules } from './builtin-modules.ts';
import renderer from './renderer.vite.config.ts';
import { threads } from './threads.ts';
import { root } from './tool.ts';

/**
 * Takes electron-vite's CommonJS names out of ES modules: it declares `require` in every bundle that uses one, and beside the one of
 * our own sources that is a syntax error.
 */
const withoutCommonJsNames: Plugin = {
  name: 'without-commonjs-names',
  configResolved({ plugins }) {
    const shim = plugins.findIndex(({ name }) => name === 'vite:esm-shim');
    if (shim >= 0) (plugins as Plugin[]).splice(shim, 1);
  },
};

/** The desktop shell: main process (ESM), preload (CommonJS, as the sandbox wants it), and the renderer that the web shell serves too. */
export default defineConfig({
  main: {
    root,
    plugins: [withoutCommonJsNames, threads, builtinModules],
    build: {
      outDir: `${root}/out/main`,
      rollupOptions: {
        input: { main: `${root}/electron/launch.ts` },
        // Beside the entry: what finds its pages by its own place finds them as its source does.
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: `${root}/out/preload`,
      externalizeDeps: false,
      rollupOptions: {
        input: `${root}/electron/preload.ts`,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer,
});
