import { defineConfig } from 'vite';
import { builtinModules } from './builtin-modules.ts';
import { nodeFlags } from './node-flags.ts';
import { threads } from './threads.ts';
import { root } from './tool.ts';

const hashbang = `#!/usr/bin/env -S node ${nodeFlags.join(' ')}\n`;

/**
 * The programs of the package: below `node_modules` Node strips no types, so that sources cannot run there. As of the web shell alone, what is
 * built lies as far from the top as its sources do.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [threads, builtinModules],
  ssr: {
    external: ['koffi', 'sctp'],
    noExternal: true,
  },
  build: {
    ssr: true,
    outDir: `${root}/out`,
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: [`${root}/electron/spcp-console.ts`, `${root}/electron/spcp.ts`],
      output: {
        format: 'es',
        banner: ({ isEntry, fileName }) => (isEntry && /^spcp/.test(fileName) ? hashbang : ''),
        entryFileNames: '[name].js',
        chunkFileNames: 'command/[name].js',
      },
    },
  },
});
