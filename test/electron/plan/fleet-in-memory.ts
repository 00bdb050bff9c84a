import { hostname } from 'node:os';
import { onTestFinished } from 'vitest';
import { thisWriter } from '../../../electron/base/writer.ts';
import { createChanges } from '../../../electron/change/changes.ts';
import type { SettingsClient } from '../../../electron/change/transaction.ts';
import type { NewPlanOf } from '../../../electron/plan/new-plan.ts';
import { createPlans, type Plans } from '../../../electron/plan/plans.ts';
import { createStepParts } from '../../../electron/plan/step-parts.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { createPlanWork } from '../../../electron/store/plan-work.ts';
import { createPlanStore } from '../../../electron/store/plans.ts';
import { onlyUsualClasses } from '../../../shared/model/environment-class.ts';
import type { Planned, PlanStep } from '../../../shared/model/plan.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import { someError } from '../../support/facts.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { usualTeeth } from '../../support/usual-teeth.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

/** One proxy, and how it behaves. */
export interface FakeProxy {
  transformation: string | null;
  bufferSize: number;
  /** There is a session. */
  reachable: boolean;
  /** Awaited before each request is answered; may throw what a session throws. */
  before: (request: 'get' | 'set' | 'size') => Promise<void>;
  requests: number;
}

export const idOf = (number: number): string =>
  `0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f${String(number).padStart(4, '0')}`;

/** The names of another process that lives, and of one that is no more. */
export const otherWriter = `${hostname()} ${process.ppid} other`;
export const goneWriter = `${hostname()} ${process.pid} gone`;

/** Proxies in memory, with real logs and plans, on one data directory. */
export function openFleet(count: number, directory = temporaryDirectory()) {
  const proxies = new Map<string, FakeProxy>();
  const profiles = new Map<string, Profile>();
  for (let number = 0; number < count; number++) {
    const id = idOf(number);
    proxies.set(id, {
      transformation: null,
      bufferSize: 0,
      reachable: true,
      before: async () => undefined,
      requests: 0,
    });
    const name = `mail-${number}`;
    profiles.set(id, profileSchema.parse({ id, name, host: 'a.example', user: 'u' }));
  }
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  const audit = createAuditLog(database);
  const clock = createManualClock();
  const clientOf = (proxy: FakeProxy): SettingsClient => {
    const ask = async <T>(request: 'get' | 'set' | 'size', answer: () => T): Promise<T> => {
      proxy.requests++;
      await proxy.before(request);
      return answer();
    };
    return {
      getTransformation: () => ask('get', () => proxy.transformation),
      setTransformation: (next) =>
        ask('set', () => {
          proxy.transformation = next;
        }),
      setBufferSize: (bytes) =>
        ask('size', () => {
          proxy.bufferSize = bytes;
        }),
    };
  };
  const withClient = async <T>(id: string, task: (client: SettingsClient) => Promise<T>) => {
    const proxy = proxies.get(id);
    if (!proxy?.reachable) throw someError('not-connected');
    return task(clientOf(proxy));
  };
  const faults: string[] = [];
  /** A console on this data directory: of this process, or of the one that is called so. */
  const start = (writer = thisWriter) => {
    const changes = createChanges({
      withClient,
      profileOf: (id) => profiles.get(id),
      teethOf: usualTeeth,
      audit,
      onChanged: () => undefined,
      onElsewhere: () => undefined,
      actor: 'ana',
      origin: { shell: 'desktop', remote: null },
      clock,
    });
    const work = createPlanWork(database, writer);
    const stepParts = createStepParts({
      profileOf: (id) => profiles.get(id),
      classes: () => onlyUsualClasses,
      withClient,
      changes,
      audit,
      clock,
    });
    const plans = createPlans({
      ...stepParts,
      store: createPlanStore(database, writer),
      work,
      nameOf: (id) => profiles.get(id)?.name,
      clock,
      logFault: (what, error) => faults.push(`${what}: ${error}`),
    });
    changes.listen((rows) => {
      for (const row of rows) plans.concluded(row);
    });
    return { changes, plans, work, stepParts };
  };
  return { ...start(), start, proxies, profiles, audit, clock, faults, directory, database };
}

/** The plan once nothing of it is under way. */
export async function idle(plans: Plans, id: string): Promise<readonly PlanStep[]> {
  while (plans.get(id).busy !== 'no') await new Promise((resolve) => setImmediate(resolve));
  return plans.get(id).steps;
}

export const statesOf = (steps: readonly PlanStep[]) => steps.map(({ state }) => state);

/** What a plan is made of, for these profiles. */
export const planOf = (name: string, planned: Planned, ids: readonly string[]): NewPlanOf => ({
  name,
  planned,
  ids,
  scope: { kind: 'selection' },
});

/** What most plans of the tests want. */
export const upper: Planned = { setting: 'transformation', next: 'tr a-z A-Z' };
/** The first so many. */
export const ids = (count: number) => Array.from({ length: count }, (_, number) => idOf(number));

/** A plan that was read. */
export async function planned(count: number, what: Planned = upper) {
  const fleet = openFleet(count);
  const { id } = fleet.plans.create(planOf('Capitals', what, ids(count)));
  await idle(fleet.plans, id);
  return { ...fleet, id };
}
