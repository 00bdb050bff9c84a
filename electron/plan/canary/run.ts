import { AppError } from '../../../shared/errors.ts';
import type { Canary } from '../../../shared/model/canary.ts';
import type { Author } from '../../../shared/model/change.ts';
import type { NewEvent } from '../../../shared/model/event.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import type { Clock } from '../../base/clock.ts';
import type { CanaryStore, Decided, KeptCanary } from '../../store/canaries.ts';
import { unlessInTrouble } from '../../store/database/unless-in-trouble.ts';
import { canaryEvents, revertedEvents, startedEvents } from './canary-events.ts';
import { decidedCanary } from './decided-canary.ts';
import { type EvidenceParts, gatherEvidence } from './evidence.ts';
import { silentMs } from './hold-watch.ts';
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

export interface RunParts extends Omit<EvidenceParts, 'appliedElse' | 'clock'> {
  readonly store: CanaryStore;
  readonly stages: Stages;
  readonly onEvents: (events: readonly NewEvent[]) => void;
  /** It is different now. */
  readonly onChange: (plan: string, canary: Canary) => void;
  /** It is over, which could not be kept yet: that is tried until it is, or the run is closed. */
  readonly onOver: (plan: string) => void;
  /** This process watches it no more: it is over, or another does. */
  readonly onEnd: (plan: string) => void;
  /** Whoever asks now. */
  readonly author: () => Author;
  readonly clock: Clock;
  readonly writer: string;
  readonly logFault: (what: string, error: unknown) => void;
}

/** One canary that this process watches. */
export interface CanaryRun {
  readonly canary: Canary;
  /** The proxies that are changed and those that they are compared with. */
  readonly proxies: readonly string[];
  samples(samples: readonly Sample[]): void;
  /**
   * Answers whether that can be decided now. While the canaries are changed it is kept, also for the next process, and done once they are; throws as the
   * store does. What it changes from then on is on the word of who decided.
   */
  decide(decided: Decided): boolean;
  /** Watches no more; what is kept is as it is. */
  close(): void;
}

/** Watches a canary from where it is: also one that another process began. */
export function runCanary(plan: { id: string; name: string }, kept: KeptCanary, parts: RunParts) {
  const { store, stages, clock } = parts;
  const { approved, concurrency } = kept;
  let canary = kept.canary;
  let by = kept.by ?? parts.author();
  const ids = canary.canaries.map(({ id }) => id);
  const controls = canary.controls.map(({ id }) => id);
  const evidence = gatherEvidence(canary, {
    ...parts,
    appliedElse: () => stages.appliedElse(plan.id),
  });
  const { watch } = evidence;
  const begunAt = clock.now();
  let cancel = (): void => {};
  let closed = false;
  /** Something of a plan is under way: what comes next waits for it. */
  let staging = false;
  /** Canaries that could not be taken back yet; null before the first try. */
  let toTakeBack: readonly string[] | null = null;
  let last = { now: clock.now(), wall: clock.wall() };
  let writtenAt = Number.NEGATIVE_INFINITY;

  /** Answers whether it is kept; what is not is tried again at the next look, and goes on meanwhile. */
  const write = (): boolean => {
    const watchedAt = clock.wall();
    const isOurs = unlessInTrouble(() =>
      store.put(plan.id, { canary, approved, by, concurrency, watchedAt }, parts.writer),
    );
    if (isOurs === null) {
      writtenAt = Number.NEGATIVE_INFINITY;
      return false;
    }
    writtenAt = clock.now();
    if (!isOurs && !closed) end();
    return true;
  };
  const set = (part: Partial<Canary>): void => {
    const before = canary.phase;
    canary = { ...canary, ...part };
    const isKept = canary.phase === before || write();
    parts.onChange(plan.id, canary);
    if (canary.phase !== 'over' || closed) return;
    if (isKept) end();
    else parts.onOver(plan.id);
  };
  function end(): void {
    close();
    parts.onEnd(plan.id);
  }
  function close(): void {
    closed = true;
    cancel();
  }

  const judge = () => evidence.judge(canary);
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
    evidence.change(canary);
    const { hold } = canary.options;
    const wanted = hold.kind === 'time' ? hold.ms : hold.count;
    set({ phase: 'changing', changedAt: canary.changedAt ?? clock.wall(), held: 0, wanted });
    parts.onEvents(startedEvents(plan, canary, clock.wall()));
  };
  const haveComeUp = (wanted: readonly string[]): boolean =>
    clock.now() - begunAt >= comeUpMs ||
    wanted.every((id) => !['connecting', 'authenticating'].includes(parts.stateOf(id) ?? ''));

  const measuring = (isGap: boolean): void => {
    // What was read before a sleep, or by a clock that was set, is of another time.
    if (isGap) watch.measureAnew();
    if (evidence.isEnough(canary, clock.now() - begunAt >= comeUpMs)) change();
    else set(evidence.measured(canary));
  };
  const changing = (): void => {
    if (!haveComeUp(ids)) return;
    stage(async () => {
      const how = await stages.change(plan.id, new Set(ids), { approved, by, concurrency });
      // What could not be kept is tried again at the next look.
      if (how === 'trouble' || closed || canary.phase !== 'changing') return;
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
    const held =
      canary.options.hold.kind === 'time' ? canary.held + (dt > lateMs ? 0 : dt) : watch.count(ids);
    const now = clock.now();
    /** One that has just lost its session may be back soon. */
    const inLimbo = ids.some((id) => {
      const ms = watch.unreached(id, now);
      return ms !== null && ms < silentMs;
    });
    set({ held, ...judge() });
    // What is lost does not wait for the end of the hold.
    const isLost = canary.reports.some(({ session }) => session.finding === 'worse');
    if (isLost || (held >= canary.wanted && !inLimbo)) conclude();
  };
  const goingOn = (): void => {
    if (!haveComeUp(controls)) return;
    stage(async () => {
      const how = await stages.change(plan.id, null, { approved, by, concurrency });
      if (how === 'trouble' || closed || canary.phase !== 'going-on') return;
      set({ phase: 'over', outcome: how === 'stopped' ? 'stopped' : 'went-on' });
    });
  };
  const reverting = (): void => {
    const isDue = toTakeBack === null || toTakeBack.some((id) => parts.stateOf(id) === 'ready');
    if (!isDue) return;
    stage(async () => {
      const { pending, cannot, back } = await stages.takeBack(plan.id, new Set(ids), {
        approved,
        by,
      });
      parts.onEvents(revertedEvents(plan, back, clock.wall()));
      toTakeBack = pending;
      if (closed || canary.phase !== 'reverting') return;
      if (pending.length === 0) set({ phase: 'over', outcome: cannot === 0 ? 'reverted' : 'left' });
    });
  };

  const look = (): void => {
    if (canary.phase === 'over') {
      if (write() && !closed) end();
      return;
    }
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
    // What is decided while the canaries are changed waits until they are.
    const isOpen = canary.phase !== 'changing';
    const decision = isOpen ? unlessInTrouble(() => store.takeDecision(plan.id)) : null;
    if (decision !== null) decide(decision);
    if (staging || closed) return;
    if (canary.phase === 'measuring') measuring(isGap);
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

  function decide(decided: Decided): boolean {
    const { decision, by: who } = decided;
    if (canary.phase === 'changing') {
      store.decide(plan.id, decided);
      return true;
    }
    const next = decidedCanary(canary, decision, { count: watch.count(ids), staging });
    if (next === null) return false;
    if (decision.kind === 'go-on' || decision.kind === 'revert') by = who;
    set(next);
    return true;
  }

  resume();
  lookOn();
  return {
    get canary() {
      return canary;
    },
    proxies: [...ids, ...controls],
    samples: watch.samples,
    decide,
    close,
  };

  /** A hold goes on where it was, if not too much was missed of it. */
  function resume(): void {
    if (canary.phase !== 'holding') return;
    const away = clock.wall() - kept.watchedAt;
    if (away < 0 || away > gapMs || watch.count(ids) === 0) beginHold(canary.begunAnew + 1);
  }
}
