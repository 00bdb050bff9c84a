import { findChromium } from './chromium.ts';
import { desktopBinary } from './desktop-binary.ts';
import { ensureBuilt } from './ensure-built.ts';
import { binOf, compileCache, runToStandardError } from './tool.ts';

/** The end-to-end tests: through the web shell in Chromium, and on the desktop shell where Electron's binary is there. */
const found = findChromium();
if ('missing' in found) {
  process.stderr.write(`End-to-end tests skipped: ${found.missing}.\n`);
} else {
  process.stderr.write(`End-to-end tests in ${found.source} Chromium, ${found.path}\n`);
  const desktop = desktopBinary({ download: false, sandboxed: false });
  if ('missing' in desktop) process.stderr.write(`Desktop shell not driven: ${desktop.missing}.\n`);
  ensureBuilt('renderer');
  ensureBuilt('server');
  process.exitCode = runToStandardError(
    binOf('@playwright/test', 'playwright'),
    ['test', '--config', 'build/playwright.config.ts', ...process.argv.slice(2)],
    {
      CHROMIUM_PATH: found.path,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compileCache,
    },
  );
}
