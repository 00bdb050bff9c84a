import type { Canary } from '../../../shared/model/canary.ts';
import type { NewEvent } from '../../../shared/model/event.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { systemClock } from '../../base/clock.ts';
import { thisWriter } from '../../base/writer.ts';
import { createMonitor, type Monitor } from '../../fleet/monitor.ts';
import { createClientOpener } from '../../fleet/open-client.ts';
import { type Canaries, createCanaries } from '../../plan/canary/canaries.ts';
import { pastOf } from '../../plan/canary/past.ts';
import { createStages } from '../../plan/canary/stages.ts';
import type { Plans } from '../../plan/plans.ts';
import type { StepParts } from '../../plan/step.ts';
import { createCanaryStore } from '../../store/canaries.ts';
import { createHistory } from '../../store/history/history.ts';
import type { PlanWork } from '../../store/plan-work.ts';
import { createReturnWatch } from '../../transport/return/return-watch.ts';

export interface CanaryHereParts {
  readonly plans: Plans;
  readonly stepParts: StepParts;
  readonly work: Pick<PlanWork, 'isAskedToStop'>;
  readonly database: Parameters<typeof createCanaryStore>[0];
  readonly profileOf: (id: string) => Profile | undefined;
  readonly passwordOf: (profile: Profile) => Promise<string>;
  readonly onEvents: (events: readonly NewEvent[]) => void;
  readonly logFault: (what: string, error: unknown) => void;
}

/** The canary of one plan, watched by this process with sessions of its own. */
export interface CanaryHere {
  readonly canaries: Canaries;
  /** Connects to those that a canary is about, and reads them. */
  watch(canary: Canary): void;
  /** Watches no more, and ends the sessions; what is kept of the canary is as it is. */
  close(): Promise<void>;
}

/** Watches the canary of this plan, and leaves those of other plans to whoever began them. */
export function canaryHere(id: string, parts: CanaryHereParts): CanaryHere {
  const { plans, stepParts, database } = parts;
  const monitor: Monitor = createMonitor({
    open: createClientOpener(),
    returns: createReturnWatch(),
    passwordOf: parts.passwordOf,
  });
  const history = createHistory(database);
  const canaries = createCanaries({
    plans: { ...plans, list: () => plans.list().filter((plan) => plan.id === id) },
    store: createCanaryStore(database),
    stages: createStages({ ...stepParts, plans, isAskedToStop: parts.work.isAskedToStop }),
    stateOf: monitor.stateOf,
    // A console beside may have read them.
    past: (profileId, from, to) => pastOf(history, profileId, from, to),
    samples: monitor.samples,
    lastBufferSize: stepParts.lastBufferSize,
    onEvents: parts.onEvents,
    onWatching: () => undefined,
    author: stepParts.author,
    clock: systemClock,
    writer: thisWriter,
    logFault: parts.logFault,
  });
  return {
    canaries,
    watch: ({ canaries: first, controls }) =>
      monitor.setProfiles(
        [...first, ...controls].flatMap((target) => {
          const profile = parts.profileOf(target.id);
          return profile === undefined ? [] : [{ ...profile, autoConnect: true }];
        }),
      ),
    async close() {
      canaries.close();
      await monitor.close();
    },
  };
}
