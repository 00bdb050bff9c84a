import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../../build/tool.ts';
import { passphrase, startCollector, startFleet } from '../collect/rig.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

/** A bug at a signal, which leaves something running for good. */
const planted = `process.on('SIGUSR2', () => {
  setInterval(() => {}, 1e9);
  throw new Error('planted fault');
})`;
const withFault = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(planted)}`,
};

describe.skipIf(process.platform === 'win32')('after a bug, whatever is still running', () => {
  it('a web shell ends', async () => {
    const directory = join(temporaryDirectory(), 'data');
    const child = spawn(
      process.execPath,
      ['electron/serve.ts', '--port', '0', '--no-open', '--data-dir', directory],
      { cwd: root, env: { ...process.env, ...withFault } },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    const closed = once(child, 'close');
    await once(child.stdout, 'data');
    child.kill('SIGUSR2');
    expect(await closed).toEqual([1, null]);
    expect(said).toContain('planted fault');
  });

  it('a collector ends', async () => {
    const { directory } = await startFleet(1);
    const env = { SPCP_VAULT_PASSPHRASE: passphrase, ...withFault };
    const collector = startCollector(directory, [], env);
    await collector.ready();
    collector.child.kill('SIGUSR2');
    expect(await collector.ended).toBe(1);
    expect(collector.said()).toContain('planted fault');
  });
});
