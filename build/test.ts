import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { binOf, root, runToStandardError } from './tool.ts';

const report = join(root, 'out/unit.json');

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

/** `npm test`: unit and integration tests; the last line counts them all. */
function test(): number {
  rmSync(report, { force: true });
  const code = runToStandardError(binOf('vitest'), [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Report;
  process.stdout.write(
    `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`,
  );
  return code;
}

process.exitCode = test();
