import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../electron/base/clock.ts';
import { sideBySide } from '../../electron/base/side-by-side.ts';
import { createChanges } from '../../electron/change/changes.ts';
import { createPlans } from '../../electron/plan/plans.ts';
import { connectClient, type SpcpClient } from '../../electron/spcp/client.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { createAuditLog } from '../../electron/store/logs/audit.ts';
import { createPlanWork } from '../../electron/store/plan-work.ts';
import { createPlanStore } from '../../electron/store/plans.ts';
import { type Profile, profileSchema } from '../../shared/model/profile.ts';
import { usualTeeth } from '../support/usual-teeth.ts';
import type { Report } from './support/benchmark.ts';
import { quantile } from './support/measure.ts';
import { type ProxyLine, startProxies } from './support/peer.ts';

const count = 300;
const concurrency = 16;
/** Of each; a plan and its round trips take turns, so that both meet the same machine. */
const rounds = 3;
const values = ['rev', 'cat', 'tac', 'true', 'false', 'cat -n'] as const;

/** A plan over 300 proxies, 16 at a time, beside the same requests on the same sessions and nothing else. */
export async function plan(report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const { proxies, stop } = await startProxies(count);
  const signal = new AbortController().signal;
  const clients = new Map<string, SpcpClient>();
  const profiles = new Map<string, Profile>();
  await sideBySide(proxies, { limit: concurrency, signal }, async (proxy: ProxyLine) => {
    const { name, host, port, udpPort, user, password } = proxy;
    const place = { host, port, transport: 'udp', udpPort, user };
    const profile = profileSchema.parse({ id: randomUUID(), name, ...place });
    const options = { connectTimeoutMs: 20_000, timeoutMs: 20_000 };
    const { client } = await connectClient(profile, { user, password }, options);
    clients.set(profile.id, client);
    profiles.set(profile.id, profile);
  });
  const clientOf = (id: string): SpcpClient => {
    const client = clients.get(id);
    if (client === undefined) throw new Error('no session');
    return client;
  };
  const { database, close } = openDatabase(directory);
  const audit = createAuditLog(database);
  const clock = systemClock;
  const changes = createChanges({
    withClient: (id, task) => task(clientOf(id)),
    profileOf: (id) => profiles.get(id),
    teethOf: usualTeeth,
    audit,
    onChanged: () => undefined,
    onElsewhere: () => undefined,
    actor: 'bench',
    origin: { shell: 'cli', remote: null },
    clock,
  });
  const plans = createPlans({
    store: createPlanStore(database),
    work: createPlanWork(database),
    isGuarded: () => false,
    placeOf: () => undefined,
    nameOf: (id) => profiles.get(id)?.name,
    readTransformation: (id) => clientOf(id).getTransformation(),
    findOut: changes.findOut,
    lastBufferSize: audit.lastBufferSize,
    change: changes.planned,
    entriesOf: audit.ofPlan,
    entry: audit.get,
    now: clock.wall,
    author: changes.author,
    shell: changes.shell,
    clock,
    logFault: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const ids = [...profiles.keys()];
  const timed = async (task: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await task();
    return performance.now() - start;
  };
  const took = { read: [] as number[], applied: [] as number[], alone: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const [next, bare] = [values[2 * round] ?? null, values[2 * round + 1] ?? null];
    const planned = { setting: 'transformation', next } as const;
    let id = '';
    took.read.push(
      await timed(() => {
        ({ id } = plans.create({ name: 'bench', planned, ids, scope: { kind: 'selection' } }));
        return plans.settled(id);
      }),
    );
    took.applied.push(
      await timed(() => {
        plans.apply(id, { concurrency });
        return plans.settled(id);
      }),
    );
    const { done } = plans.get(id).counts;
    if (done !== count) throw new Error(`only ${done} of ${count} were changed`);
    took.alone.push(
      await timed(() =>
        sideBySide(ids, { limit: concurrency, signal }, async (each) => {
          const client = clientOf(each);
          await client.getTransformation();
          await client.setTransformation(bare);
          await client.getTransformation();
        }),
      ),
    );
  }
  const of = (each: readonly number[]): number => quantile(each, 0.5);
  report({ what: `read for ${count} proxies`, value: of(took.read), unit: 'ms' });
  report({
    what: `applied to ${count} proxies, ${concurrency} at a time`,
    value: of(took.applied),
    unit: 'ms',
    beside: { what: 'for its round trips alone', value: of(took.alone) },
  });
  report({
    what: 'beyond the round trips, for each proxy',
    value: (of(took.applied) - of(took.alone)) / count,
    unit: 'ms',
  });
  await plans.close();
  changes.locks.close();
  await Promise.all([...clients.values()].map((client) => client.quit()));
  close();
  await stop();
  rmSync(directory, { recursive: true });
}
