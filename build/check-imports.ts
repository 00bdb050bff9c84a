import { createRequire } from 'node:module';
import { cruise, format, type ICruiseResult } from 'dependency-cruiser';
import { root } from './tool.ts';

const require = createRequire(import.meta.url);

/** The arrows between the folders. Fails as well where no file was read: a check that sees no source holds for any. */
async function check(): Promise<number> {
  process.chdir(root);
  const { forbidden, options } = require('./dependency-cruiser.cjs');
  const { output } = await cruise(['electron', 'renderer', 'shared'], {
    ...options,
    ruleSet: { forbidden },
    validate: true,
  });
  const found = output as ICruiseResult;
  if (found.summary.totalCruised === 0) {
    process.stderr.write(
      'No source was read: dependency-cruiser wants @swc/core for TypeScript.\n',
    );
    return 1;
  }
  const { environment, ...summary } = found.summary;
  const issues = environment?.issues?.filter(({ name }) => name !== 'missing-tsc-transpiler') ?? [];
  // The compiler that it misses is not what reads the sources: see `parser` in the configuration.
  const readable = { ...found, summary: { ...summary, environment: { ...environment, issues } } };
  const report = await format(readable, { outputType: 'err' });
  process.stdout.write(String(report.output));
  return report.exitCode === 0 ? 0 : 1;
}

process.exitCode = await check();
