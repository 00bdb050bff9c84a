import { AppError } from '../../../shared/errors.ts';
import { fewestReadings, judgeCanaries, worstOf } from '../../../shared/fleet/canary.ts';
import type { Canary, CanaryDecision } from '../../../shared/model/canary.ts';
import type { NewEvent } from '../../../shared/model/event.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import type { Clock } from '../../base/clock.ts';
import type { CanaryStore, KeptCanary } from '../../store/canaries.ts';
import { canaryEvents, revertedEvents, startedEvents } from './canary-events.ts';
import { createHoldWatch, type Past, silentMs } from './hold-watch.ts';
import type { Stages } from './stages.ts';

const lookMs = 1000;
/** What is watched is written so often, milliseconds. */
const writeMs = 5000;
/** Nobody watched for so long, or the clocks disagree by it: what the hold was so far does not count any more. */
const gapMs = 60_000;
/** A look that is so late was one of a process that stood still. */
const lateMs = 10_000;
/** After a start, sessions are given so long to come up before targets are changed. */
const comeUpMs = 60_000;
/** A hold that began anew so often needs a decision. */
const mostBegunAnew = 3;
/** What was measured before the change is of so long at most, and at least, milliseconds. */
const baseline = { least: 10_000, most: 10 * 60_000 };

export interface RunParts {
  readonly store: CanaryStore;
  readonly stages: Stages;
  readonly stateOf: (profileId: string) => ProxyState['kind'] | undefined;
  /** What was read of a proxy, from the history; epoch milliseconds. */
  readonly past: (profileId: string, from: number, to: number) => Past;
  readonly onEvents: (events: readonly NewEvent[]) => void;
  /** It is different now. */
  readonly onChange: (plan: string, canary: Canary) => void;
  /** This process watches it no more: it is over, or another does. */
  readonly onEnd: (plan: string) => void;
  readonly clock: Clock;
  readonly writer: string;
  readonly logFault: (what: string, error: unknown) => void;
}

/** One canary that this process watches. */
export interface CanaryRun {
  readonly canary: Canary;
  samples(samples: readonly Sample[]): void;
  /** Answers whether that can be decided now. */
  decide(decision: CanaryDecision): boolean;
  /** Watches no more; what is kept is as it is. */
  close(): void;
}

/** Watches a canary from where it is: also one that another process began. */
export function runCanary(plan: { id: string; name: string }, kept: KeptCanary, parts: RunParts) {
  const { store, stages, clock } = parts;
  const { approved, concurrency } = kept;
  let canary = kept.canary;
  const ids = canary.canaries.map(({ id }) => id);
  const controls = canary.controls.map(({ id }) => id);
  const watch = createHoldWatch([...ids, ...controls]);
  const begunAt = clock.now();
  let cancel = (): void => {};
  let closed = false;
  /** Something of a plan is under way: what comes next waits for it. */
  let staging = false;
  let last = { now: clock.now(), wall: clock.wall() };
  let writtenAt = Number.NEGATIVE_INFINITY;

  const hold = () => canary.options.hold;
  const baselineMs = (): number => {
    const { hold } = canary.options;
    if (hold.kind === 'polls') return baseline.most;
    return Math.min(baseline.most, Math.max(baseline.least, hold.ms));
  };
  const write = (): void => {
    writtenAt = clock.now();
    const watchedAt = clock.wall();
    if (!store.put(plan.id, { canary, approved, concurrency, watchedAt }, parts.writer)) end();
  };
  const set = (part: Partial<Canary>): void => {
    const before = canary.phase;
    canary = { ...canary, ...part };
    if (canary.phase !== before) write();
    parts.onChange(plan.id, canary);
    if (canary.phase === 'over' && !closed) end();
  };
  function end(): void {
    close();
    parts.onEnd(plan.id);
  }
  function close(): void {
    closed = true;
    cancel();
  }

  const judge = (): Pick<Canary, 'reports' | 'verdict'> => {
    const now = clock.now();
    const elsewhere = stages.appliedElse(plan.id);
    const of = (target: Canary['canaries'][number]) =>
      watch.of(target, now, {
        losses: canary.losses[target.id] ?? 0,
        appliedElse: elsewhere.has(target.id),
      });
    const reports = judgeCanaries(canary.canaries.map(of), canary.controls.map(of));
    return { reports: [...reports], verdict: worstOf(reports.map(({ verdict }) => verdict)) };
  };
  const conclude = (): void => {
    const judged = judge();
    parts.onEvents(canaryEvents(plan, judged.reports, clock.wall()));
    const decided = { ...judged, decidedBy: 'verdict' } as const;
    if (judged.verdict === 'worse') set({ ...decided, phase: 'reverting' });
    else if (judged.verdict === 'fine' && canary.options.whenFine === 'go-on')
      set({ ...decided, phase: 'going-on' });
    else set({ ...judged, phase: 'asking' });
  };
  const beginHold = (begunAnew: number): void => {
    watch.beginAnew();
    const heldSince = clock.wall();
    const { wanted } = canary;
    set({ phase: 'holding', heldSince, held: 0, wanted, losses: {}, reports: [], begunAnew });
    write();
  };

  /** Runs what changes proxies, one at a time. */
  const stage = (task: () => Promise<void>): void => {
    staging = true;
    task()
      .catch((error: unknown) => parts.logFault('a canary could not go on', error))
      .finally(() => {
        staging = false;
      });
  };
  const change = (): void => {
    watch.change(clock.wall(), baselineMs());
    set({ phase: 'changing', changedAt: canary.changedAt ?? clock.wall() });
    parts.onEvents(startedEvents(plan, canary, clock.wall()));
  };
  const haveComeUp = (wanted: readonly string[]): boolean =>
    clock.now() - begunAt >= comeUpMs ||
    wanted.every((id) => !['connecting', 'authenticating'].includes(parts.stateOf(id) ?? ''));

  const measuring = (): void => {
    const isEnough = ids.every((id) => {
      if (parts.stateOf(id) !== 'ready') return clock.now() - begunAt >= comeUpMs;
      const before = watch.before(id);
      const span = (before.at(-1)?.at ?? 0) - (before[0]?.at ?? 0);
      const { hold } = canary.options;
      if (hold.kind === 'polls') return before.length >= Math.min(hold.count, 100);
      return before.length >= fewestReadings && span >= 0.9 * baselineMs();
    });
    if (isEnough) change();
  };
  const changing = (): void => {
    if (!haveComeUp(ids)) return;
    stage(async () => {
      await stages.change(plan.id, new Set(ids), { approved, concurrency });
      if (closed || canary.phase !== 'changing') return;
      const changed = stages.changed(plan.id, ids);
      if (changed === 0) set({ phase: 'over', outcome: 'ended', decidedBy: 'verdict' });
      else beginHold(canary.begunAnew);
    });
  };
  const holding = (dt: number, isGap: boolean): void => {
    if (isGap) {
      if (canary.begunAnew >= mostBegunAnew) set({ ...judge(), phase: 'asking' });
      else beginHold(canary.begunAnew + 1);
      return;
    }
    const held = hold().kind === 'time' ? canary.held + (dt > lateMs ? 0 : dt) : watch.count(ids);
    const now = clock.now();
    const unreached = ids.map((id) => watch.unreached(id, now));
    const isSilent = unreached.some((ms) => ms !== null && ms >= silentMs);
    const inLimbo = !isSilent && unreached.some((ms) => ms !== null);
    set({ held, ...judge() });
    if (isSilent && canary.verdict === 'worse') conclude();
    else if (held >= canary.wanted && !inLimbo) conclude();
  };
  const goingOn = (): void => {
    if (!haveComeUp(controls)) return;
    stage(async () => {
      await stages.change(plan.id, null, { approved, concurrency });
      if (!closed) set({ phase: 'over', outcome: 'went-on' });
    });
  };
  const reverting = (): void => {
    stage(async () => {
      const { pending, cannot, back } = await stages.takeBack(plan.id, new Set(ids), approved);
      parts.onEvents(revertedEvents(plan, back, clock.wall()));
      if (closed || canary.phase !== 'reverting') return;
      if (pending === 0) set({ phase: 'over', outcome: cannot === 0 ? 'reverted' : 'left' });
    });
  };

  const look = (): void => {
    const now = clock.now();
    const wall = clock.wall();
    const dt = now - last.now;
    const isGap = dt > gapMs || Math.abs(wall - last.wall - dt) > lateMs;
    last = { now, wall };
    const lost = watch.look(now, parts.stateOf);
    if (canary.phase === 'holding' && lost.length > 0) {
      const losses = { ...canary.losses };
      for (const id of lost) losses[id] = (losses[id] ?? 0) + 1;
      canary = { ...canary, losses };
    }
    const decision = store.takeDecision(plan.id);
    if (decision !== null) decide(decision);
    if (staging || closed) return;
    if (canary.phase === 'measuring') measuring();
    else if (canary.phase === 'changing') changing();
    else if (canary.phase === 'holding') holding(dt, isGap);
    else if (canary.phase === 'going-on') goingOn();
    else if (canary.phase === 'reverting') reverting();
    if (!closed && now - writtenAt >= writeMs) write();
  };
  const lookOn = (): void => {
    cancel = clock.after(lookMs, lookOn);
    try {
      look();
    } catch (error) {
      // What could not be kept is at the next look.
      if (!(error instanceof AppError)) parts.logFault('a canary could not be looked at', error);
    }
  };

  function decide(decision: CanaryDecision): boolean {
    const { phase } = canary;
    const decidedBy = 'user';
    switch (decision.kind) {
      case 'go-on':
        if (phase !== 'holding' && phase !== 'asking') return false;
        set({ ...(phase === 'holding' ? judge() : {}), phase: 'going-on', decidedBy });
        return true;
      case 'revert':
        if (phase === 'measuring') set({ phase: 'over', outcome: 'ended', decidedBy });
        else if (phase === 'holding' || phase === 'asking') set({ phase: 'reverting', decidedBy });
        else return false;
        return true;
      case 'longer': {
        if (phase !== 'holding' && phase !== 'asking') return false;
        const { hold: more } = decision;
        const added = more.kind === 'time' ? more.ms : more.count;
        const sameKind = more.kind === hold().kind;
        const held = sameKind ? canary.held : more.kind === 'polls' ? watch.count(ids) : 0;
        const options = { ...canary.options, hold: more };
        set({ options, phase: 'holding', held, wanted: held + added, verdict: null });
        return true;
      }
      case 'leave':
        if (phase !== 'reverting' || staging) return false;
        set({ phase: 'over', outcome: 'left', decidedBy });
        return true;
    }
  }

  resume();
  lookOn();
  return {
    get canary() {
      return canary;
    },
    samples: watch.samples,
    decide,
    close,
  };

  /** Takes up what is known of before. */
  function resume(): void {
    const now = clock.wall();
    const { changedAt, heldSince } = canary;
    for (const id of [...ids, ...controls]) {
      const until = changedAt ?? now;
      const before = parts.past(id, until - baselineMs(), until);
      watch.seed(id, before, heldSince === null ? null : parts.past(id, heldSince, now));
    }
    if (changedAt !== null) watch.change(changedAt, baselineMs());
    if (canary.phase !== 'holding') return;
    const away = now - kept.watchedAt;
    if (away < 0 || away > gapMs || watch.count(ids) === 0) beginHold(canary.begunAnew + 1);
  }
}
