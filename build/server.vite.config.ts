import { defineConfig } from 'vite';
import { builtinModules } from './builtin-modules.ts';
import { threads } from './threads.ts';
import { root } from './tool.ts';

/**
 * The web shell's server in a few files, where its sources are some four hundred: finding and reading those takes most of a start. They lie
 * as far from the checkout's top as their sources do, so that both find the same pages and the same compile cache.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [threads, builtinModules],
  ssr: {
    // Addons, and what brings files of its own, stay where they were installed.
    external: ['koffi', 'sctp'],
    noExternal: true,
  },
  build: {
    ssr: `${root}/electron/serve.ts`,
    outDir: `${root}/out`,
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rollupOptions: {
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'web/[name].js' },
    },
  },
});
