import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { disown, settleBy } from '../../../electron/change/settle.ts';
import { seededRandom } from '../../../electron/reference-proxy/mail-clients/seeded-random.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { seed } from '../../support/seed.ts';
import { udpTarget } from '../../support/udp-target.ts';
import { madrid } from '../store/audit-entry.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const script = fileURLToPath(new URL('./changer.ts', import.meta.url));
const password = 'correct horse battery';
const rounds = 8;

/** Kills a process that changes the proxy, some time after its first change. Answers how many it said were concluded. */
async function killOne(directory: string, target: object, afterMs: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, directory, madrid, JSON.stringify(target)],
    { env: { ...process.env, SPCP_PASSWORD: password }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const over = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), over]);
  await pause(afterMs);
  child.kill('SIGKILL');
  const [, signal] = await over;
  expect(signal).toBe('SIGKILL');
  return out.split('\n').length - 1;
}

/** What is in force, asked behind all that the killed process sent. */
async function askedOf(proxy: ReferenceProxy): Promise<string | null> {
  const { client } = await connectClient(udpTarget(proxy), proxy);
  const inForce = await client.getTransformation();
  await client.quit();
  return inForce;
}

describe(`a process that is killed while it changes a proxy (SEED=${seed})`, () => {
  const random = seededRandom(seed);

  it('leaves no change without its entry, and what it left open is found out', async () => {
    const directory = temporaryDirectory();
    const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password });
    onTestFinished(() => proxy.close());
    const target = { ...udpTarget(proxy), user: proxy.user };
    let concluded = 0;
    let begun = 0;
    for (let round = 0; round < rounds; round++) {
      concluded += await killOne(directory, target, random() * 60);
      const { database, notices, close } = openDatabase(directory);
      const audit = createAuditLog(database);
      const parts = { audit, clock: { wall: Date.now }, onConcluded: () => undefined };
      const inForce = await askedOf(proxy);
      const [newest] = audit.list({ limit: 1 });
      // Begun or concluded: what is in force is what the newest entry wanted, or found.
      expect([newest?.requested, newest?.before]).toContain(inForce);
      begun += audit.unsettled().filter(({ entry }) => entry.outcome === 'begun').length;
      disown(parts, new Set());
      settleBy(parts, madrid, inForce);
      expect(audit.unsettled()).toEqual([]);
      expect(audit.list({ limit: 1 })).toMatchObject([{ after: inForce }]);
      expect(audit.list({ limit: 1000 }).length).toBeGreaterThanOrEqual(concluded);
      expect(audit.verify()).toMatchObject({ whole: true });
      expect(notices).toEqual([]);
      close();
    }
    expect(concluded).toBeGreaterThanOrEqual(rounds);
    // Else no round was cut where it hurts.
    expect(begun).toBeGreaterThan(0);
  });
});
