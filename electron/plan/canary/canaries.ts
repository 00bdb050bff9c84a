import { AppError } from '../../../shared/errors.ts';
import type { Canary, CanaryDecision, CanaryOptions } from '../../../shared/model/canary.ts';
import { concurrencyRange } from '../../../shared/model/plan-concurrency.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { decisionMeant } from '../../../shared/model/take-back.ts';
import { createTopic } from '../../base/topic.ts';
import { isGone } from '../../base/writer.ts';
import type { FoundCanary } from '../../store/canaries.ts';
import { unlessInTrouble } from '../../store/database/unless-in-trouble.ts';
import type { Apply, Plans } from '../plans.ts';
import { beginCanary } from './begin.ts';
import { type CanaryRun, type RunParts, runCanary } from './run.ts';

/** What another process watches is looked at so often, milliseconds. */
const followMs = 2000;
/** Readings of so long before, for the choice of a canary. */
const choiceMs = 5 * 60_000;

export interface CanariesParts extends Omit<RunParts, 'onChange' | 'onOver' | 'onEnd'> {
  readonly plans: Pick<Plans, 'get' | 'list' | 'hold' | 'approved' | 'note' | 'changes'>;
  readonly lastBufferSize: (profileId: string) => { readonly bytes: number } | null;
  /** Readings of the fleet; nobody listens where none is under way. */
  readonly samples: {
    readonly listen: (listener: (samples: readonly Sample[]) => void) => () => void;
  };
  /** These proxies are looked at from now on, and no others. */
  readonly onWatching: (ids: ReadonlySet<string>) => void;
}

export interface CanaryChange {
  readonly plan: string;
  readonly canary: Canary;
}

/**
 * Plans that are applied in two stages. Methods throw `not-found` for a plan that is not there, `unsupported` (`plan-busy`, `canary-needs-others`,
 * `no-canary`), `storage-full` and `storage-failed`.
 */
export interface Canaries {
  /** Begins with the canaries of a plan that was read. Throws `confirmation-needed`: asked once, for both stages and for taking back. */
  start(plan: string, options: CanaryOptions, how: Pick<Apply, 'approval' | 'concurrency'>): Canary;
  /** Of the plan's last canary; null where it had none. */
  get(plan: string): Canary | null;
  /** Also of a canary that another process watches, which does it within a second. */
  decide(plan: string, decision: CanaryDecision): void;
  readonly changes: { listen(listener: (change: CanaryChange) => void): () => void };
  /** Watches no more. What is kept goes on at the next start. */
  close(): void;
}

export function createCanaries(parts: CanariesParts): Canaries {
  const { plans, store, clock, writer } = parts;
  const changes = createTopic<CanaryChange>();
  const runs = new Map<string, CanaryRun>();
  /** As another process says. */
  const elsewhere = new Map<string, Canary>();
  let endListening: (() => void) | null = null;
  let cancel = (): void => {};

  const listening = (): void => {
    const underWay = [...runs.values()].filter(({ canary }) => canary.phase !== 'over');
    if (underWay.length > 0) {
      endListening ??= parts.samples.listen((samples) => {
        for (const run of runs.values()) run.samples(samples);
      });
    } else {
      endListening?.();
      endListening = null;
    }
    parts.onWatching(new Set(underWay.flatMap(({ proxies }) => proxies)));
  };
  const watch = ({ plan, ...kept }: Omit<FoundCanary, 'writer'>): void => {
    const { name } = plans.get(plan);
    // What could not be kept of an earlier one is not written over this one.
    runs.get(plan)?.close();
    elsewhere.delete(plan);
    let asks = kept.canary.phase === 'asking';
    plans.hold(plan, true, asks);
    let ended = false;
    const run = runCanary({ id: plan, name }, kept, {
      ...parts,
      onChange(id, canary) {
        const asked = asks;
        asks = canary.phase === 'asking';
        if (asks !== asked && isHere(id)) plans.hold(id, true, asks);
        changes.publish({ plan: id, canary });
      },
      onOver: (id) => {
        if (isHere(id)) plans.hold(id, false);
        listening();
      },
      onEnd: (id) => {
        ended = true;
        runs.delete(id);
        const found = unlessInTrouble(() => store.get(id));
        // Another process may watch it from now on, or have removed the plan.
        if (isHere(id)) plans.hold(id, found !== null && found.canary.phase !== 'over');
        listening();
      },
    });
    if (!ended) runs.set(plan, run);
    listening();
  };
  const isHere = (plan: string): boolean => plans.list().some(({ id }) => id === plan);

  /** Takes over what nobody watches any more, and follows what others do. */
  const follow = (): void => {
    cancel = clock.after(followMs, follow);
    unlessInTrouble(() => {
      const found = store.underWay().filter(({ plan }) => isHere(plan) && !runs.has(plan));
      for (const each of found) {
        if (isGone(each.writer) && store.takeOver(each.plan, each.writer, writer)) watch(each);
        else tell(each.plan, each.canary);
      }
      for (const plan of elsewhere.keys()) {
        if (found.some((each) => each.plan === plan)) continue;
        elsewhere.delete(plan);
        if (!isHere(plan) || runs.has(plan)) continue;
        plans.hold(plan, false);
        const last = store.get(plan)?.canary;
        if (last !== undefined) changes.publish({ plan, canary: last });
      }
    });
  };
  const tell = (plan: string, canary: Canary): void => {
    plans.hold(plan, true, canary.phase === 'asking');
    elsewhere.set(plan, canary);
    changes.publish({ plan, canary });
  };
  const endForgetting = plans.changes.listen(({ removed }) => {
    for (const id of removed) {
      runs.get(id)?.close();
      runs.delete(id);
      elsewhere.delete(id);
    }
    listening();
    for (const id of removed) unlessInTrouble(() => store.remove(id));
  });
  follow();

  return {
    start(id, options, { approval, concurrency = concurrencyRange.usual }) {
      const approved = plans.approved(id, approval);
      const now = clock.wall();
      const canary = beginCanary(plans.get(id), options, {
        before: (profileId) => parts.past(profileId, now - choiceMs, now).readings,
        lastBufferSize: parts.lastBufferSize,
        now,
      });
      const kept = { canary, approved, by: parts.author(), concurrency, watchedAt: now };
      const guarded = approved && plans.get(id).guarded > 0;
      store.add(id, kept, writer);
      plans.note(id, 'canary', { approved: guarded });
      watch({ plan: id, ...kept });
      const begun = runs.get(id)?.canary ?? canary;
      changes.publish({ plan: id, canary: begun });
      return begun;
    },
    get: (id) =>
      runs.get(id)?.canary ?? elsewhere.get(id) ?? store.get(plans.get(id).id)?.canary ?? null,
    decide(id, decision) {
      const { name } = plans.get(id);
      const run = runs.get(id);
      const canary = run?.canary ?? elsewhere.get(id);
      const meant = canary === undefined ? decision : decisionMeant(canary, decision);
      const decided = { decision: meant, by: parts.author() };
      if (run === undefined && elsewhere.has(id)) store.decide(id, decided);
      else if (run?.decide(decided) !== true)
        throw new AppError('unsupported', { case: 'no-canary', name });
      plans.note(id, meant.kind);
    },
    changes,
    close() {
      cancel();
      endForgetting();
      for (const run of runs.values()) run.close();
      runs.clear();
      listening();
    },
  };
}
