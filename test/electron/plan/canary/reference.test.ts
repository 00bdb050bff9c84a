import { expect, it, onTestFinished } from 'vitest';
import { thisWriter } from '../../../../electron/base/writer.ts';
import { createChanges } from '../../../../electron/change/changes.ts';
import { createMonitor } from '../../../../electron/fleet/monitor.ts';
import { createCanaries } from '../../../../electron/plan/canary/canaries.ts';
import { pastOf } from '../../../../electron/plan/canary/past.ts';
import { createStages } from '../../../../electron/plan/canary/stages.ts';
import { createPlans } from '../../../../electron/plan/plans.ts';
import { createStepParts } from '../../../../electron/plan/step-parts.ts';
import { startReferenceFleet } from '../../../../electron/reference-proxy/fleet.ts';
import { Pop3Client } from '../../../../electron/reference-proxy/mail-clients/pop3-client.ts';
import { connectClient } from '../../../../electron/spcp/client.ts';
import { createCanaryStore } from '../../../../electron/store/canaries.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { createPlanWork } from '../../../../electron/store/plan-work.ts';
import { createPlanStore } from '../../../../electron/store/plans.ts';
import { onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import type { NewEvent } from '../../../../shared/model/event.ts';
import { profileSchema } from '../../../../shared/model/profile.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { usualTeeth } from '../../../support/usual-teeth.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { idle, idOf, planOf } from '../fleet-in-memory.ts';

const count = 5;

/** What is waited for is there within milliseconds. */
const often = { interval: 4 };

/** Proxies that answer as deployed ones do, each of which is asked for one mail a second by a clock that is moved by hand. */
async function openReferences() {
  const fleet = await startReferenceFleet({ count, traffic: false, quirks: true, udpPort: 0 });
  onTestFinished(() => fleet.close());
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const clock = createManualClock();
  const history = createHistory(database);
  const audit = createAuditLog(database);
  const events: NewEvent[] = [];
  const profiles = fleet.proxies.map(({ name, host, port, udpPort, user }, index) =>
    profileSchema.parse({
      ...{ id: idOf(index), name, host, port, user, udpPort: udpPort ?? undefined },
      ...{ transport: 'udp', autoConnect: true, pollSeconds: 1 },
    }),
  );
  /** Readings that are not answered yet. */
  let underWay = 0;
  const monitor = createMonitor({
    clock,
    open: async (profile, password, { signal }) => {
      const opened = await connectClient(profile, { user: profile.user, password }, { signal });
      const readMetrics = opened.client.readMetrics.bind(opened.client);
      opened.client.readMetrics = () => {
        underWay++;
        return readMetrics().finally(() => underWay--);
      };
      return opened;
    },
    passwordOf: async () => fleet.proxies[0]?.password ?? null,
  });
  onTestFinished(() => monitor.close());
  monitor.samples.listen(history.add);
  const changes = createChanges({
    withClient: monitor.use,
    profileOf: (id) => profiles.find((profile) => profile.id === id),
    teethOf: usualTeeth,
    audit,
    onChanged: () => undefined,
    onElsewhere: () => undefined,
    actor: 'ana',
    origin: { shell: 'web', remote: null },
    clock,
  });
  const work = createPlanWork(database);
  const stepParts = createStepParts({
    profileOf: (id) => profiles.find((profile) => profile.id === id),
    classes: () => onlyUsualClasses,
    withClient: monitor.use,
    changes,
    audit,
    clock,
  });
  const logFault = (what: string, error: unknown): void => {
    throw new Error(what, { cause: error });
  };
  const plans = createPlans({
    ...stepParts,
    store: createPlanStore(database),
    work,
    nameOf: (id) => profiles.find((profile) => profile.id === id)?.name,
    clock,
    logFault,
  });
  const canaries = createCanaries({
    plans,
    store: createCanaryStore(database),
    stages: createStages({ ...stepParts, plans, isAskedToStop: work.isAskedToStop }),
    stateOf: monitor.stateOf,
    past: (id, from, to) => pastOf(history, id, from, to),
    samples: monitor.samples,
    lastBufferSize: audit.lastBufferSize,
    onEvents: (added) => events.push(...added),
    onWatching: () => undefined,
    author: stepParts.author,
    clock,
    writer: thisWriter,
    logFault,
  });
  onTestFinished(canaries.close);
  monitor.setProfiles(profiles);
  // Sessions begin one after the other, by the clock.
  const states = async () => {
    await clock.advance(100);
    return profiles.map(({ id }) => monitor.stateOf(id));
  };
  await expect.poll(states, often).toEqual(Array(count).fill('ready'));
  /** So many seconds, in each of which every proxy hands out one mail. */
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second++) {
      await Promise.all(fleet.proxies.map((proxy) => visit(proxy.host, proxy.pop3Port)));
      await clock.advance(1000);
      await expect.poll(() => underWay, often).toBe(0);
    }
  };
  return { plans, canaries, pass, fleet, events, audit };
}

async function visit(host: string, port: number): Promise<void> {
  const client = new Pop3Client({ host, port });
  await client.greeting();
  await client.command('USER reader');
  await client.command('PASS reader');
  await client.command('RETR 1', true);
  await client.command('QUIT');
  client.destroy();
}

it('finds a canary worse that loses the mails, on proxies that answer as deployed ones do, and another fine', async () => {
  const { plans, canaries, pass, fleet, events, audit } = await openReferences();
  const settings = () => fleet.proxies.map((proxy) => proxy.settings().transformation);
  const ids = fleet.proxies.map((_, index) => idOf(index));
  await pass(25);
  const apply = async (next: string) => {
    const { id } = plans.create(planOf(next, { setting: 'transformation', next }, ids));
    await idle(plans, id);
    const hold = { kind: 'time', ms: 20_000 } as const;
    canaries.start(id, { share: { kind: 'one', id: idOf(2) }, hold, whenFine: 'go-on' }, {});
    for (let tries = 0; tries < 90 && canaries.get(id)?.phase !== 'over'; tries++) await pass(1);
    return canaries.get(id);
  };
  expect(await apply('true')).toMatchObject({ outcome: 'reverted', verdict: 'worse' });
  expect(settings()).toEqual(Array(count).fill(null));
  expect(events.map(({ kind }) => kind)).toEqual([
    'canary-started',
    'canary-worse',
    'canary-reverted',
  ]);
  expect(audit.verify()).toMatchObject({ whole: true });
  const fine = await apply('cat');
  expect(fine?.reports[0]?.comparisons.filter(({ finding }) => finding !== 'fine')).toEqual([]);
  expect(fine).toMatchObject({ outcome: 'went-on', verdict: 'fine' });
  expect(settings()).toEqual(Array(count).fill('cat'));
});
