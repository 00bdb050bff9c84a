import type { UpdateState } from '../../../shared/model/updates.ts';
import type { Clock } from '../../base/clock.ts';
import { createTopic, type Topic } from '../../base/topic.ts';
import type { Updates } from '../../core/updates.ts';
import type { Fetcher } from './fetcher.ts';
import { failureOf } from './update-fault.ts';
import type { updateSource } from './update-source.ts';

/** The feed is asked again after so long, milliseconds. */
const everyMs = 24 * 3_600_000;
/** And first so long after the start, when the proxies are connected. */
const firstMs = 60_000;
/** A check that takes longer found no feed, milliseconds. */
const longestCheckMs = 60_000;

export interface UpdatesParts {
  /** Whether the user wants them. */
  readonly chosen: () => boolean;
  /** Where they come from now. */
  readonly source: () => ReturnType<typeof updateSource>;
  /** Loads what fetches from there. */
  readonly fetcher: (source: Exclude<ReturnType<typeof updateSource>, string>) => Promise<Fetcher>;
  readonly clock: Clock;
  readonly logFault: (what: string, error: unknown) => void;
}

/**
 * Asks a feed whether there is a newer app, fetches it once the user says so, and has it take the app's place when that is quit. Asks nothing while
 * the user did not choose it, administrators forbid it, or something else replaces the app.
 */
export function createUpdates(parts: UpdatesParts): Updates {
  const { clock, logFault } = parts;
  const changed: Topic<UpdateState> = createTopic();
  let state: UpdateState = offOr({ kind: 'idle', checkedAt: null });
  let fetcher: Fetcher | null = null;
  let stopWaiting = (): void => undefined;
  let stopDeadline = (): void => undefined;
  /** What a step of before comes to is of no interest any more once this is another. */
  let step = 0;

  function offOr(otherwise: UpdateState): UpdateState {
    const source = parts.source();
    if (typeof source === 'string') return { kind: 'off', reason: source };
    return parts.chosen() ? otherwise : { kind: 'off', reason: 'choice' };
  }
  const become = (next: UpdateState): void => {
    state = next;
    changed.publish(next);
  };
  const waitFor = (ms: number): void => {
    stopWaiting();
    stopWaiting = clock.after(ms, () => {
      waitFor(everyMs);
      updates.check();
    });
  };
  /** Runs one step; what it throws is told, unless another began meanwhile. */
  const run = (task: (isOver: () => boolean) => Promise<UpdateState>): void => {
    step += 1;
    const own = step;
    const isOver = (): boolean => own !== step;
    task(isOver).then(
      (next) => {
        if (!isOver()) become(next);
      },
      (error: unknown) => {
        if (isOver()) return;
        logFault('looking for updates', error);
        become({ kind: 'failed', why: failureOf(error) });
      },
    );
  };
  const giveUp = (): void => {
    step += 1;
    stopDeadline();
    fetcher?.cancel();
  };
  const updates: Updates = {
    state: () => state,
    listen: changed.listen,
    check() {
      const source = parts.source();
      const isBusy = ['off', 'checking', 'downloading', 'ready'].includes(state.kind);
      if (isBusy || typeof source === 'string') return;
      become({ kind: 'checking' });
      fetcher = null;
      stopDeadline();
      stopDeadline = clock.after(longestCheckMs, () => {
        if (state.kind !== 'checking') return;
        giveUp();
        become({ kind: 'failed', why: 'unreachable' });
      });
      run(async (isOver) => {
        const opened = await parts.fetcher(source);
        if (isOver()) return state;
        fetcher = opened;
        const version = await opened.check();
        return version === null
          ? { kind: 'idle', checkedAt: clock.wall() }
          : { kind: 'available', version };
      });
    },
    download() {
      if (state.kind !== 'available' || fetcher === null) return;
      const { version } = state;
      const from = fetcher;
      become({ kind: 'downloading', version, part: 0 });
      run(async (isOver) => {
        await from.download((part) => {
          if (!isOver()) become({ kind: 'downloading', version, part });
        });
        return { kind: 'ready', version };
      });
    },
    cancel() {
      if (state.kind !== 'downloading') return;
      const { version } = state;
      giveUp();
      become({ kind: 'available', version });
    },
    settle() {
      const wasOff = state.kind === 'off';
      const next = offOr(wasOff ? { kind: 'idle', checkedAt: null } : state);
      if (next.kind === 'off') {
        stopWaiting();
        giveUp();
        fetcher = null;
        if (!wasOff || state.kind !== 'off' || state.reason !== next.reason) become(next);
      } else if (wasOff) {
        become(next);
        waitFor(firstMs);
      }
    },
    atQuit() {
      if (state.kind !== 'ready') return;
      try {
        fetcher?.install();
      } catch (error) {
        logFault('installing an update', error);
      }
    },
    close() {
      stopWaiting();
      giveUp();
      changed.end();
    },
  };
  if (state.kind !== 'off') waitFor(firstMs);
  return updates;
}
