import { describe, expect, it, onTestFinished } from 'vitest';
import { exitCode } from '../../../electron/cli/exit-code.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { calm, startBadNetwork } from '../../support/bad-network.ts';
import { start } from '../cli/program.ts';
import { startCollector } from '../collect/rig.ts';
import { openFleet, vaultPassphrase } from '../web/shells.ts';

/** A change by the command line through a console in a process of its own, which has begun it: the way there takes time. */
async function begin(words: readonly string[], environment?: string) {
  const { directory, proxies } = await openFleet(
    1,
    environment === undefined ? {} : { environment },
    async (udpPort, place) => {
      const network = await startBadNetwork(udpPort, place, { ...calm, delayMs: 300 });
      onTestFinished(() => network.close());
      return network.port;
    },
  );
  const [proxy] = proxies;
  if (proxy === undefined) throw new Error('no proxy');
  const console = startCollector(directory, [], { SPCP_VAULT_PASSPHRASE: vaultPassphrase });
  await console.ready();
  await expect.poll(() => proxy.associations()).toBe(1);
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  const audit = createAuditLog(database);
  const entries = () => audit.list({ limit: 100 });
  const command = start([...words, '--profile', proxy.name, '--data-dir', directory, '--json']);
  await expect.poll(() => entries().length).toBe(1);
  return { proxy, console, command, entries };
}

describe('a change through a console that is cut', () => {
  it.each([
    ['transformation', 'set', 'rev'],
    ['buffer-size', 'set', '4096'],
  ])('tells what it came to once it was interrupted: %s %s', async (...words) => {
    const { proxy, command, entries } = await begin(words);
    command.child.kill('SIGINT');
    const { code, out } = await command.ended;
    const [entry] = entries();
    expect({ code, outcome: entry?.outcome }).toEqual({
      code: exitCode.done,
      outcome: words[0] === 'transformation' ? 'verified' : 'unverified',
    });
    expect(JSON.parse(out)).toMatchObject({ auditId: entry?.id, outcome: entry?.outcome });
    if (words[0] === 'transformation') expect(proxy.settings().transformation).toBe('rev');
  });

  it('locks again what its name unlocked, once it was interrupted', async () => {
    const words = ['transformation', 'set', 'rev', '--confirm', 'proxy-1'];
    const { proxy, command } = await begin(words, 'production');
    command.child.kill('SIGINT');
    expect(await command.ended).toMatchObject({ code: exitCode.done });
    expect(proxy.settings().transformation).toBe('rev');
  });

  it.each([
    { words: ['transformation', 'set', 'rev'], environment: 'staging' },
    { words: ['buffer-size', 'set', '4096'], environment: 'staging' },
    {
      words: ['transformation', 'set', 'rev', '--confirm', 'proxy-1'],
      environment: 'production',
    },
  ])('is told as unknown where the console was killed: $words', async ({ words, environment }) => {
    const { console, command, entries } = await begin(words, environment);
    console.child.kill('SIGKILL');
    const { code, err } = await command.ended;
    // On a busy machine it may have been concluded by then.
    if (entries()[0]?.outcome !== 'begun') return expect(code).toBe(exitCode.done);
    expect(code).toBe(exitCode.unknown);
    expect(err).toContain('the console that was to send it went away before it answered');
  });
});
