import { join } from 'node:path';
import { binOf, root, runToStandardError } from './tool.ts';

interface Step {
  readonly script: string;
  readonly args: readonly string[];
}

const types = (folder: string): Step => ({
  script: binOf('typescript', 'tsc'),
  args: ['--project', folder],
});

/** What holds for every source file, by name. */
const checks: Readonly<Record<string, readonly Step[]>> = {
  style: [
    {
      script: binOf('@biomejs/biome', 'biome'),
      args: ['check', '--config-path=build/code-style.json', '--error-on-warnings', '.'],
    },
  ],
  types: ['shared', 'electron', 'renderer', 'test', 'build'].map(types),
  imports: [{ script: join(root, 'build/check-imports.ts'), args: [] }],
  unused: [{ script: binOf('knip'), args: ['--config', 'build/knip.json', '--no-config-hints'] }],
};

/** `npm run check`: runs the checks that are named, else all, and says which failed. Answers their count. */
function check(names: readonly string[]): number {
  const failed = names.filter((name) => {
    const steps = checks[name];
    if (steps === undefined) throw new Error(`There is no check ${name}.`);
    process.stderr.write(`Checking ${name} …\n`);
    // All steps, so that the faults of all folders are seen at once.
    return steps.map(({ script, args }) => runToStandardError(script, args)).some(Boolean);
  });
  if (failed.length > 0) process.stderr.write(`Not as it should be: ${failed.join(', ')}.\n`);
  return failed.length;
}

const named = process.argv.slice(2);
process.exitCode = check(named.length > 0 ? named : Object.keys(checks)) === 0 ? 0 : 1;
