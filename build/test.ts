import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import {
  type EndToEndReport,
  endToEndOutcome,
  type Outcome,
  stepOutcome,
  summary,
  type UnitReport,
  unitOutcome,
} from './test-report.ts';
import { binOf, root, runToStandardError } from './tool.ts';

const unitReport = join(root, 'out/unit.json');
const endToEndReport = join(root, 'out/e2e.json');

function read<Report>(path: string): Report | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined;
}

/** Types, style, arrows and unused code: counted as one test, since the output says the rest. */
function check(): Outcome {
  const code = runToStandardError(join(root, 'build/check.ts'), []);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

function unit(): Outcome {
  rmSync(unitReport, { force: true });
  const code = runToStandardError(binOf('vitest'), [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  const report = read<UnitReport>(unitReport);
  return stepOutcome(code, report && unitOutcome(report));
}

function endToEnd(): Outcome {
  const found = findChromium();
  if ('missing' in found)
    return { passed: 0, failed: 0, skipped: [`the end-to-end tests: ${found.missing}`] };
  rmSync(endToEndReport, { force: true });
  const code = runToStandardError(join(root, 'build/test-e2e.ts'), []);
  const report = read<EndToEndReport>(endToEndReport);
  return stepOutcome(code, report && endToEndOutcome(report));
}

/** `npm test`: the checks, the unit and integration tests, then the end-to-end tests; the last line counts them all. */
const outcomes = [check(), unit(), endToEnd()];
process.stdout.write(summary(outcomes));
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
