import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { root } from '../../../build/tool.ts';

it.skipIf(process.platform === 'win32')(
  'a service that is reloaded before it is there is not ended by that',
  async () => {
    const program = `
      import { ignoreEarlyReload } from './electron/web/early-reload.ts';
      ignoreEarlyReload();
      process.kill(process.pid, 'SIGUSR2');
      setTimeout(() => process.stdout.write('there'), 100);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(said).toBe('there');
  },
);
