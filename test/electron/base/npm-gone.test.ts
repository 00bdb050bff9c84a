import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it.runIf(process.platform !== 'win32')(
  'a program that runs until interrupted ends where npm, which started it, was told to end',
  async () => {
    // A shell between, as npm has one; what follows the program keeps the shell from becoming it.
    const shell = spawn(
      'sh',
      ['-c', '"$0" electron/reference-proxy/run.ts --udp-port 0 --json; true', process.execPath],
      {
        cwd: root,
        env: { ...process.env, npm_lifecycle_event: 'reference-proxy' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const lines = createInterface({ input: shell.stdout });
    const [line] = await once(lines, 'line');
    expect(JSON.parse(line)).toMatchObject({ name: 'proxy-1' });
    const programEnds = once(shell.stdout, 'close');
    shell.kill('SIGTERM');
    await programEnds;
  },
);
