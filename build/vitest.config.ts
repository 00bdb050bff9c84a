import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests-that-wait.ts';
import { compileCache, root } from './tool.ts';

const shared = {
  root,
  // For what hangs: nothing depends on how fast the machine is.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  // A test that passes only the second time is named at the end of `npm test`.
  retry: 1,
  expect: { poll: { timeout: 240_000 } },
  // What an error says is the cause, and the report of a run elsewhere is all that is left of it.
  chaiConfig: { truncateThreshold: 1000 },
  env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compileCache },
};

export default defineConfig({
  root,
  test: {
    ...shared,
    // Most tests of the main process wait, for a program, a peer or a timer, and leave the processors to others.
    maxWorkers: Math.max(4, 2 * availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'process',
          include: ['test/{electron,interop,build,packaging}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...shared,
          name: 'page',
          include: ['test/{shared,renderer}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/renderer/languages.ts'],
          // These change nothing that others see: a process for each would take longer to start than to run.
          isolate: false,
        },
      },
    ],
  },
});
