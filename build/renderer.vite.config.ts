import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstChunks, namedInPage } from './first-files.ts';
import { precompressed } from './precompressed.ts';
import { licences } from './shipped.ts';
import { root } from './tool.ts';

const start = join(root, 'renderer/start.ts');
const window = join(root, 'renderer/main.tsx');

/** The user interface: served by the web shell and loaded by the desktop shell. Holds to a strict content security policy: no inline script, no address but its own. */
export default defineConfig({
  root: `${root}/renderer`,
  base: './',
  plugins: [react(), namedInPage(window), licences, precompressed],
  build: {
    outDir: `${root}/out/renderer`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What counts is the size as it is sent, and `npm run bench` measures that.
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: `${root}/renderer/index.html`,
      output: { codeSplitting: { groups: firstChunks(start, window) } },
    },
  },
});
