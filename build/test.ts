import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { ensureBuilt } from './ensure-built.ts';
import {
  type EndToEndReport,
  endToEndOutcome,
  type Outcome,
  stepOutcome,
  summary,
  type UnitReport,
  unitOutcome,
} from './test-report.ts';
import { binOf, compileCache, type Finished, root, runBeside } from './tool.ts';

const unitReport = join(root, 'out/unit.json');
const endToEndReport = join(root, 'out/e2e.json');

function read<Report>(path: string): Report | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined;
}

/** Runs a script beside the others, and shows what it wrote in one piece when it has ended. */
async function step(what: string, script: string, args: readonly string[]): Promise<Finished> {
  const begun = performance.now();
  process.stderr.write(`Started: ${what}\n`);
  const finished = await runBeside(script, args);
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stderr.write(`${finished.output}Ended after ${seconds} s: ${what}\n`);
  return finished;
}

/** Types, style, arrows and unused code: counted as one test, since the output says the rest. */
async function check(): Promise<Outcome> {
  const { code, output } = await step('the checks', join(root, 'build/check.ts'), []);
  const passed = code === 0 ? 1 : 0;
  return stepOutcome(code, output, { passed, failed: 0, broken: [], again: [], skipped: [] });
}

async function unit(): Promise<Outcome> {
  rmSync(unitReport, { force: true });
  const { code, output } = await step('the unit and integration tests', binOf('vitest'), [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  const report = read<UnitReport>(unitReport);
  return stepOutcome(code, output, report && unitOutcome(report));
}

async function endToEnd(missing: string | undefined): Promise<Outcome> {
  if (missing !== undefined) {
    const skipped = [`end to end: ${missing}`];
    return { passed: 0, failed: 0, broken: [], again: [], skipped };
  }
  rmSync(endToEndReport, { force: true });
  const script = join(root, 'build/test-e2e.ts');
  const { code, output } = await step('the end-to-end tests', script, []);
  const report = read<EndToEndReport>(endToEndReport);
  return stepOutcome(code, output, report && endToEndOutcome(report));
}

/**
 * `npm test`: the unit and integration tests, beside them the checks, then the end-to-end tests, which have a browser, a console and proxies of
 * their own and want the processors for themselves. The last line counts them all.
 */
async function test(): Promise<void> {
  process.env.NODE_COMPILE_CACHE ??= compileCache;
  const found = findChromium();
  // Once, and before anything runs that would build it too.
  ensureBuilt('renderer');
  const missing = 'missing' in found ? found.missing : undefined;
  const outcomes = [...(await Promise.all([unit(), check()])), await endToEnd(missing)];
  process.stdout.write(summary(outcomes));
  process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}

await test();
