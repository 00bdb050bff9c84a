import {
  type Busy,
  isOver,
  type Plan,
  type PlanStep,
  type PlanSummary,
  type StepState,
  stepStates,
} from '../../shared/model/plan.ts';
import { mostDeeds, type PlanDeed } from '../../shared/model/plan-deed.ts';
import { createBatch } from '../base/batch.ts';
import type { Clock } from '../base/clock.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import type { StoredDeed } from '../store/plan-deeds.ts';
import type { PlanWork } from '../store/plan-work.ts';
import type { KeptPlan, PlanStore, StepWrite, StoredStep } from '../store/plans.ts';

/** Between two times that the steps of a plan are told of and written. */
const tellMs = 250;

/** Steps that are put under way in one transaction. */
const claimedAtOnce = 64;

export interface Told {
  readonly clock: Pick<Clock, 'after'>;
  readonly store: Pick<PlanStore, 'put' | 'deeds'>;
  readonly work: Pick<PlanWork, 'begin' | 'end'>;
  readonly onSteps: (change: {
    readonly summary: PlanSummary;
    readonly steps: readonly PlanStep[];
  }) => void;
  readonly logFault: (what: string, error: unknown) => void;
}

/** A plan, and what is done with it. */
export interface LivePlan {
  readonly facts: KeptPlan['facts'];
  readonly busy: Busy;
  /** A canary is under way from now on, or no more; `asks`: it waits for a decision. */
  hold(held: boolean, asks: boolean): void;
  step(position: number): PlanStep;
  /** The step as it lies there, with who has it under way. */
  stored(position: number): StoredStep;
  /** Tells of it soon, and writes it, unless another process has written it meanwhile: then it is as that one says. */
  set(position: number, step: PlanStep): void;
  /** Puts a step under way, for this process alone: false where another one was quicker, and null where the plan was removed. Rejects as the store throws. */
  claim(position: number): Promise<boolean | null>;
  /** What another process wrote. */
  adopt(position: number, stored: StoredStep): void;
  /** Keeps what was done with it, and tells of it soon. `surely` throws as the store does; else what cannot be kept is left out. */
  note(deed: PlanDeed, how: 'surely' | 'if-possible'): void;
  /** What another process did, or this one. */
  adoptDeed(deed: StoredDeed): void;
  /** What another process does with it now. */
  setElsewhere(busy: Busy): void;
  /** Tells and writes what is new now. */
  flush(): void;
  positions(wanted: (step: PlanStep) => boolean): readonly number[];
  summary(): PlanSummary;
  whole(): Plan;
  /** One at a time. The signal fires when it is to stop. */
  run(busy: 'reading' | 'applying', task: (signal: AbortSignal) => Promise<void>): void;
  /** Lets no further step begin. */
  abort(): void;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
  /** Tells and writes nothing any more. */
  end(): void;
}

export function livePlan(kept: KeptPlan, told: Told): LivePlan {
  const { facts, leftOut } = kept;
  const { clock, store, work, onSteps, logFault } = told;
  const rows = [...kept.steps];
  const deeds = [...kept.deeds];
  const changed = new Set<number>();
  /** What could not be written goes with the next. */
  const unwritten = new Set<number>();
  let cancel: (() => void) | null = null;
  let busy: Busy = 'no';
  let elsewhere: Busy = 'no';
  let abort = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let ended = false;
  let held = false;
  let asks = false;
  const busyNow = (): Busy => (busy === 'no' && held ? 'holding' : busy);

  const row = (position: number): StoredStep => {
    const found = rows[position];
    if (found === undefined) throw new RangeError(`the plan has no step ${position}`);
    return found;
  };
  const summary = (): PlanSummary => ({
    ...facts,
    busy: busyNow(),
    elsewhere,
    asks,
    counts: countsOf(rows),
    guarded: rows.filter(({ step }) => step.guarded && !isOver(step)).length,
    deeds: deeds.slice(-mostDeeds).map(({ deed }) => deed),
  });
  const write = (): void => {
    const written = store.put(facts.id, new Map([...unwritten].map((each) => [each, row(each)])));
    for (const [position, { written: _, ...stored }] of written) rows[position] = stored;
    unwritten.clear();
  };
  // What a step came to is in the audit log too, from which it is known at the next start.
  const keep = (): void =>
    tolerant(logFault, () => {
      if (unwritten.size > 0) write();
    });
  const tell = (): void => {
    cancel?.();
    cancel = null;
    const positions = [...changed];
    changed.clear();
    keep();
    if (!ended)
      onSteps({ summary: summary(), steps: positions.map((position) => row(position).step) });
  };
  const tellSoon = (position: number): void => {
    changed.add(position);
    if (!ended) cancel ??= clock.after(tellMs, tell);
  };
  /** As it was when it was asked for: who writes a step until these are written is quicker. */
  const claim = createBatch<StepWrite & { readonly position: number }, boolean | null>(
    claimedAtOnce,
    (wanted) => {
      const now = store.put(facts.id, new Map(wanted.map((each) => [each.position, each])));
      return wanted.map(({ position }) => {
        const stored = now.get(position);
        if (stored === undefined) return { value: null };
        const { written, ...rest } = stored;
        rows[position] = rest;
        tellSoon(position);
        return { value: written };
      });
    },
  );
  const adoptDeed = (stored: StoredDeed): void => {
    if (deeds.some(({ seq }) => seq === stored.seq)) return;
    deeds.push(stored);
    deeds.sort((a, b) => a.seq - b.seq);
    if (!ended) cancel ??= clock.after(tellMs, tell);
  };
  const begin = (what: Busy): void => {
    busy = what;
    // Where it cannot be written, others only do not see it.
    tolerant(logFault, () => (what === 'no' ? work.end(facts.id) : work.begin(facts.id, what)));
  };
  return {
    facts,
    get busy() {
      return busyNow();
    },
    hold(next, asksNow) {
      if (held === next && asks === asksNow) return;
      held = next;
      asks = asksNow;
      if (!ended) tell();
    },
    step: (position) => row(position).step,
    stored: row,
    set(position, step) {
      rows[position] = { ...row(position), step };
      unwritten.add(position);
      tellSoon(position);
    },
    async claim(position) {
      if (unwritten.has(position)) tell();
      const { step, revision } = row(position);
      const under = { ...step, state: 'running', error: null } as const;
      return claim({ position, step: under, revision });
    },
    adopt(position, stored) {
      // A step that the plan did not have when it was read is none of it.
      if (stored.revision === (rows[position]?.revision ?? stored.revision)) return;
      unwritten.delete(position);
      rows[position] = stored;
      tellSoon(position);
    },
    note(deed, how) {
      const keepIt = (): void => adoptDeed(store.deeds.add(facts.id, deed));
      if (how === 'surely') keepIt();
      else tolerant(logFault, keepIt);
    },
    adoptDeed,
    setElsewhere(next) {
      if (next === elsewhere) return;
      elsewhere = next;
      if (!ended) cancel ??= clock.after(0, tell);
    },
    flush: () => {
      if (changed.size + unwritten.size > 0) tell();
    },
    positions: (wanted) => rows.flatMap(({ step }, position) => (wanted(step) ? [position] : [])),
    summary,
    whole: () => ({ ...summary(), steps: rows.map(({ step }) => step), leftOut }),
    run(what, task) {
      abort = new AbortController();
      begin(what);
      running = task(abort.signal)
        .catch((error: unknown) => logFault('a plan could not go on', error))
        .finally(() => {
          // Who sees that it is over here sees all that it came to.
          keep();
          begin('no');
          tell();
        });
    },
    abort: () => abort.abort(),
    settled: () => running,
    end() {
      ended = true;
      cancel?.();
      cancel = null;
    },
  };
}

function tolerant(logFault: Told['logFault'], task: () => void): void {
  try {
    unlessInTrouble(task);
  } catch (error) {
    logFault('a plan could not be kept', error);
  }
}

function countsOf(rows: readonly StoredStep[]): PlanSummary['counts'] {
  const counts = Object.fromEntries(stepStates.map((state) => [state, 0])) as Record<
    StepState,
    number
  >;
  for (const { step } of rows) counts[step.state]++;
  return counts;
}
