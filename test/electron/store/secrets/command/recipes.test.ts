import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../../../../build/tool.ts';
import { createCommandVault } from '../../../../../electron/store/secrets/command/command-vault.ts';
import { placeSchema } from '../../../../../shared/model/place.ts';
import { whySkipped } from '../../../../support/why-skipped.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const wanted = {
  ...placeSchema.parse({ host: 'proxy.example', user: 'operator' }),
  name: 'Madrid 2',
};

/** The commands that the README shows in its table, each as the argument vector that it stands for. */
const recipes = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n')
  .flatMap(
    (line) =>
      /^\| [^|]+ \| `((?:pass|op|vault|secret-tool) [^`]*\{[^`]+)` \|/.exec(line)?.[1] ?? [],
  )
  .map((line) => line.split(' '));

/** Sets a variable of this process for the running test. */
function setVariable(name: string, value: string): void {
  const before = process.env[name];
  process.env[name] = value;
  onTestFinished(() => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  });
}

function ask(argv: readonly string[]): Promise<string | null> {
  const command = { arguments: [...argv], timeoutSeconds: 300, cacheMinutes: 0 };
  return createCommandVault(() => command).get('one', wanted);
}

describe('the recipes of the README', () => {
  it('are there for four programs', () => {
    expect(recipes.map(([program]) => program)).toEqual(['pass', 'op', 'vault', 'secret-tool']);
  });

  it.each(recipes)('give %s arguments with the values of the profile in them', async (...argv) => {
    const [program = '', ...args] = argv;
    const directory = temporaryDirectory();
    const log = join(directory, 'arguments');
    const standIn = join(directory, program);
    writeFileSync(standIn, `#!/bin/sh\nprintf '%s\\n' "$@" > "${log}"\necho opensesame\n`);
    chmodSync(standIn, 0o700);
    setVariable('PATH', `${directory}:${process.env.PATH}`);
    expect(await ask(argv)).toBe('opensesame');
    const filled = args.map((argument) =>
      argument
        .replace('{host}', 'proxy.example')
        .replace('{user}', 'operator')
        .replace('{profile}', 'Madrid 2'),
    );
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual(filled);
    expect(filled.join(' ')).not.toBe(args.join(' '));
  });

  const missing = ['pass', 'gpg'].find((name) => spawnSync(name, ['--version']).error) ?? null;
  it.skipIf(missing !== null)(
    `reach a password in a real pass, and say what it says where there is none${whySkipped(missing)}`,
    async () => {
      const directory = temporaryDirectory();
      const home = join(directory, 'gnupg');
      mkdirSync(home, { mode: 0o700 });
      setVariable('GNUPGHOME', home);
      setVariable('PASSWORD_STORE_DIR', join(directory, 'store'));
      onTestFinished(() => {
        spawnSync('gpgconf', ['--kill', 'all']);
      });
      const quiet = { stdio: ['pipe', 'ignore', 'ignore'] as ['pipe', 'ignore', 'ignore'] };
      const key = ['--batch', '--passphrase', '', '--quick-generate-key', 'spcp@example.org'];
      execFileSync('gpg', key, quiet);
      execFileSync('pass', ['init', 'spcp@example.org'], quiet);
      const entry = ['insert', '--echo', 'spcp/proxy.example/operator'];
      execFileSync('pass', entry, { ...quiet, input: 'opensesame\n' });
      const [recipe = []] = recipes;
      expect(await ask(recipe)).toBe('opensesame');
      await expect(ask(['pass', 'show', 'spcp/{host}/nobody'])).rejects.toMatchObject({
        detail: { case: 'exit', exitCode: 1, said: expect.stringContaining('not in the password') },
      });
    },
  );
});
