import { createRequire } from 'node:module';
import { cruise, format, type ICruiseResult } from 'dependency-cruiser';
import { cyclicImports, houses } from './room-cycles.ts';
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
  return report.exitCode === 0 && roomsLeadOneWay(found) ? 0 : 1;
}

/** Tells which imports lead from one room by others back to it; whether there are none. */
function roomsLeadOneWay({ modules }: ICruiseResult): boolean {
  const sources = modules.map(({ source, dependencies }) => ({
    source,
    imports: dependencies.map(({ resolved }) => resolved),
  }));
  const back = houses.flatMap((house) => cyclicImports(house, sources));
  for (const { from, to } of back)
    process.stdout.write(`  error no-circular-rooms: ${from} → ${to}\n`);
  if (back.length > 0)
    process.stdout.write('What two rooms need belongs into a room beneath both.\n');
  return back.length === 0;
}

process.exitCode = await check();
