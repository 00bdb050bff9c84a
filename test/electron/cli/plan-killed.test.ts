import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { seededRandom } from '../../../electron/reference-proxy/mail-clients/seeded-random.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { seed } from '../../support/seed.ts';
import { udpTarget } from '../../support/udp-target.ts';
import { run, start } from './program.ts';
import { hostOptions } from './targets.ts';

const password = 'correct horse battery';
const count = 8;
/** Changes that are planned over all rounds; SPCP_KILLED_APPLIES=200 for the whole. */
const applies = Number(process.env.SPCP_KILLED_APPLIES ?? 32);
const rounds = Math.ceil(applies / count);
const values = ['tr a-z A-Z', 'rev'] as const;
/** What another administrator sets, another one in each round: what was there before would be no change. */
const others = ['cat -n', 'tac'] as const;

async function withClient<T>(
  proxy: ReferenceProxy,
  task: (client: Awaited<ReturnType<typeof connectClient>>['client']) => Promise<T>,
): Promise<T> {
  const { client } = await connectClient(udpTarget(proxy), proxy);
  try {
    return await task(client);
  } finally {
    await client.quit();
  }
}

const inForceOn = (proxy: ReferenceProxy) =>
  withClient(proxy, (client) => client.getTransformation());

describe(`a plan whose process is killed at any moment (SEED=${seed})`, () => {
  const random = seededRandom(seed);

  it('has an entry for each change, and goes on from what is true', {
    timeout: 600_000,
  }, async () => {
    const home = await mkdtemp(join(tmpdir(), 'spcp-killed-'));
    onTestFinished(() => rm(home, { recursive: true }));
    const env = { SPCP_PASSWORD: password };
    const proxies: ReferenceProxy[] = [];
    for (let number = 0; number < count; number++) {
      const proxy = await startReferenceProxy({ name: `peer ${number}`, udpPort: 0, password });
      onTestFinished(() => proxy.close());
      proxies.push(proxy);
      const place = hostOptions(proxy, proxy.user);
      const named = ['--name', `mail-${number}`, '--folder', 'Mail', '--data-dir', home];
      expect((await run(['profiles', 'add', ...named, ...place])).code).toBe(0);
    }
    let cut = 0;
    for (let round = 0; round < rounds; round++) {
      const next = values[round % values.length] ?? '';
      const theirs = others[round % others.length] ?? '';
      const create = ['plan', 'create', `Round ${round}`, '--folder', 'Mail'];
      const made = await run([...create, '--transformation', next, '--json', '--data-dir', home], {
        env,
      });
      const { id } = JSON.parse(made.out) as Plan;
      const victim = start(['plan', 'apply', id, '--concurrency', '2', '--data-dir', home], {
        env,
      });
      await Promise.race([victim.lines(1).catch(() => undefined), victim.ended]);
      await pause(random() * 80);
      victim.child.kill('SIGKILL');
      await victim.ended;

      const inForce = await Promise.all(proxies.map(inForceOn));
      const { database, close } = openDatabase(home);
      const audit = createAuditLog(database);
      const entries = audit.ofPlan(id);
      if (entries.length < count) cut++;
      const { profiles } = JSON.parse(
        (await run(['profiles', 'list', '--json', '--data-dir', home])).out,
      );
      const idOf = (number: number): string =>
        profiles.find(({ name }: { name: string }) => name === `mail-${number}`).id;
      const changed = new Set(entries.map(({ profileId }) => profileId));
      for (const [number, value] of inForce.entries())
        if (value === next) expect(changed).toContain(idOf(number));
      close();

      // Another administrator changes one that is not done.
      const meanwhile = inForce.findIndex((value) => value !== next);
      const other = proxies[meanwhile];
      if (other !== undefined)
        await withClient(other, (client) => client.setTransformation(theirs));

      const resumed = await run(['plan', 'resume', id, '--json', '--data-dir', home], { env });
      const plan = JSON.parse(resumed.out) as Plan;
      expect(resumed.code).toBe(other === undefined ? 0 : 7);
      for (const { profileName, state } of plan.steps) {
        const isOther = profileName === `mail-${meanwhile}`;
        expect([profileName, state]).toEqual([
          profileName,
          isOther ? 'conflict' : expect.stringMatching(/^(done|right)$/),
        ]);
      }
      expect(await Promise.all(proxies.map(inForceOn))).toEqual(
        proxies.map((_, number) => (number === meanwhile ? theirs : next)),
      );
      const again = openDatabase(home);
      const after = createAuditLog(again.database);
      expect(after.unsettled()).toEqual([]);
      expect(after.verify()).toMatchObject({ whole: true });
      again.close();
    }
    // Else every round was over before it was killed.
    expect(cut).toBeGreaterThan(0);
  });
});
