import { defineConfig } from '@playwright/test';
import { root } from './tool.ts';

/** Timeouts are generous: no test may depend on how fast the machine is. */
export default defineConfig({
  testDir: `${root}/test/e2e`,
  outputDir: `${root}/out/test-results`,
  timeout: 900_000,
  // A look by axe alone takes a minute where thirty programs want the processor.
  expect: { timeout: 180_000 },
  // Two cores are busy with two: each waits for its browser much of the time.
  workers: 2,
  // A test that passes only the second time is named at the end of `npm test`.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: `${root}/out/e2e.json` }]],
  projects: [{ name: 'web' }, { name: 'desktop' }],
  use: {
    actionTimeout: 180_000,
    trace: 'on-first-retry',
    viewport: { width: 1280, height: 800 },
  },
});
