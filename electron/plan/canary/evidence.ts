import { fewestReadings, judgeCanaries, worstOf } from '../../../shared/fleet/canary.ts';
import type { Canary } from '../../../shared/model/canary.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import type { Clock } from '../../base/clock.ts';
import { createHoldWatch, type HoldWatch, type Past } from './hold-watch.ts';

/** What was measured before the change is of so long at most, and at least, milliseconds. */
const baseline = { least: 10_000, most: 10 * 60_000 };
/** Readings before the change that are enough, however many the hold is of. */
const enoughReadings = 100;

export interface EvidenceParts {
  readonly stateOf: (profileId: string) => ProxyState['kind'] | undefined;
  /** What was read of a proxy, from the history; epoch milliseconds. */
  readonly past: (profileId: string, from: number, to: number) => Past;
  /** Targets of the plan that answered OK, and read back as something else. */
  readonly appliedElse: () => ReadonlySet<string>;
  readonly clock: Pick<Clock, 'now' | 'wall'>;
}

/** What is known of the canaries and the untouched, before the change and since. */
export interface Evidence {
  readonly watch: HoldWatch;
  /** Whether enough was measured before the change; of a canary that is not reached nothing is awaited once `patience` is over. */
  isEnough(canary: Canary, patience: boolean): boolean;
  /** How much was measured before the change, and how much is wanted: milliseconds or readings, as the hold. */
  measured(canary: Canary): Pick<Canary, 'held' | 'wanted'>;
  /** What is read from now on is what became of the change. */
  change(canary: Canary): void;
  judge(canary: Canary): Pick<Canary, 'reports' | 'verdict'>;
}

/** With what the history has of it. Throws as that does. */
export function gatherEvidence(begun: Canary, parts: EvidenceParts): Evidence {
  const { clock } = parts;
  const ids = begun.canaries.map(({ id }) => id);
  const all = [...ids, ...begun.controls.map(({ id }) => id)];
  const watch = createHoldWatch(all);
  const now = clock.wall();
  for (const id of all) {
    // With a change of this very moment, since which nothing was read.
    const until = begun.changedAt ?? now + 1;
    const before = parts.past(id, until - baselineMs(begun), until);
    watch.seed(id, before, begun.heldSince === null ? null : parts.past(id, begun.heldSince, now));
  }
  if (begun.changedAt !== null) watch.change(begun.changedAt, baselineMs(begun));
  const wantedBefore = (canary: Canary): number => {
    const { hold } = canary.options;
    return hold.kind === 'polls' ? Math.min(hold.count, enoughReadings) : 0.9 * baselineMs(canary);
  };
  const measuredOf = (id: string, { options: { hold } }: Canary): number => {
    const before = watch.before(id);
    return hold.kind === 'polls' ? before.length : (before.at(-1)?.at ?? 0) - (before[0]?.at ?? 0);
  };
  return {
    watch,
    isEnough: (canary, patience) =>
      ids.every((id) => {
        if (parts.stateOf(id) !== 'ready') return patience;
        const isLong = measuredOf(id, canary) >= wantedBefore(canary);
        return (
          isLong &&
          (canary.options.hold.kind === 'polls' || watch.before(id).length >= fewestReadings)
        );
      }),
    measured(canary) {
      const wanted = wantedBefore(canary);
      return { held: Math.min(wanted, ...ids.map((id) => measuredOf(id, canary))), wanted };
    },
    change: (canary) => watch.change(clock.wall(), baselineMs(canary)),
    judge(canary) {
      const elsewhere = parts.appliedElse();
      const of = ({ id, name }: Canary['canaries'][number]) =>
        watch.of({ id, name }, clock.now(), {
          losses: canary.losses[id] ?? 0,
          appliedElse: elsewhere.has(id),
        });
      const reports = judgeCanaries(canary.canaries.map(of), canary.controls.map(of));
      return { reports: [...reports], verdict: worstOf(reports.map(({ verdict }) => verdict)) };
    },
  };
}

function baselineMs({ options: { hold } }: Canary): number {
  if (hold.kind === 'polls') return baseline.most;
  return Math.min(baseline.most, Math.max(baseline.least, hold.ms));
}
