import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, toErrorValue } from '../../shared/errors.ts';
import type { Console } from '../console.ts';
import type { FleetAttention } from '../core/attention.ts';
import { ask } from '../ipc/ask.ts';
import type { Router, WindowRouter } from '../ipc/router.ts';
import { createFollowingRouter } from './following-router.ts';
import { createFollowingTopic } from './following-topic.ts';
import { type OwnAnswers, withOwnAnswers } from './own-answers.ts';
import { type Seat, type SeatParts, takeSeat } from './take-seat.ts';

export interface SharedParts extends SeatParts {
  /** What this shell answers by itself while another process has the console. */
  readonly own: (there: Router) => OwnAnswers;
  readonly note: (what: string) => void;
}

/** The one console of a data directory, as one of its shells has it: here, or in another process while that runs. */
export interface SharedConsole
  extends Pick<
    Console,
    'startDemo' | 'alertNews' | 'attention' | 'probe' | 'lockVault' | 'installUpdate' | 'close'
  > {
  readonly router: WindowRouter;
  /** Does it with the core at once where it is here, and whenever it comes here. */
  whenHere(task: (core: Console) => void | Promise<void>): void;
}

/** Who starts at the same time, or ends, is waited for so long at the start, milliseconds. */
const patienceMs = 30_000;
const shortestPauseMs = 100;
const longestPauseMs = 2000;

const nobody: FleetAttention = { all: 0, ready: 0, paused: 0, trouble: [], alerts: 0 };

/**
 * Opens the core, or attaches to that of whoever watches the directory. When that one ends, this shell takes its place, or attaches to who did;
 * until then its windows are told that they have no console, and why. Rejects as `takeSeat`.
 */
export async function openSharedConsole(parts: SharedParts): Promise<SharedConsole> {
  const { logFault, note } = parts;
  const following = createFollowingRouter();
  const tasks: ((core: Console) => void | Promise<void>)[] = [];
  const begin = (task: (typeof tasks)[number], here: Console): void => {
    Promise.resolve(task(here)).catch((error: unknown) =>
      logFault('what begins with the console', error),
    );
  };
  const alertNews =
    createFollowingTopic<Parameters<Parameters<Console['alertNews']['listen']>[0]>[0]>();
  const attention = createFollowingTopic<FleetAttention>();
  const leaving = new AbortController();
  let held: Extract<Seat, { kind: 'held' }> | null = null;
  let core: Console | null = null;

  const sit = (seat: Seat): void => {
    if (seat.kind === 'held') {
      held = seat;
      core = seat.core;
      alertNews.follow(core.alertNews);
      attention.follow(core.attention.changes);
      for (const task of tasks) begin(task, core);
      following.lead(core.router);
      return;
    }
    const { router, ended, close } = seat.console;
    following.lead(withOwnAnswers(router, parts.own(router), logFault));
    leaving.signal.addEventListener('abort', close, { once: true });
    note('attached to the console of another process');
    void ended.then(async ({ kind }) => {
      leaving.signal.removeEventListener('abort', close);
      if (leaving.signal.aborted) return;
      note(`the console of the other process is gone (${kind})`);
      following.lose(null);
      taking = again(Number.POSITIVE_INFINITY, following.lose);
      await taking;
    });
  };
  /** Until it has a seat, or is told to end. Rejects with what does not pass by itself while `until` is not endless. */
  const again = async (
    until: number,
    tell: (why: ReturnType<typeof toErrorValue>) => void,
  ): Promise<void> => {
    for (
      let pause = shortestPauseMs;
      !leaving.signal.aborted;
      pause = Math.min(longestPauseMs, pause * 1.5)
    ) {
      try {
        const seat = await takeSeat(parts);
        if (seat.kind === 'attached' && leaving.signal.aborted) seat.console.close();
        else sit(seat);
        return;
      } catch (error) {
        if (performance.now() > until || (until < Number.POSITIVE_INFINITY && !passes(error)))
          throw error;
        if (!(error instanceof AppError)) logFault('taking over the console', error);
        if (!passes(error) || pause >= longestPauseMs) tell(toErrorValue(error));
      }
      await sleep(pause, undefined, { signal: leaving.signal }).catch(() => undefined);
    }
  };
  let taking = again(performance.now() + patienceMs, () => undefined);
  await taking;

  const router: WindowRouter = following;
  const inConsole = (deed: Promise<unknown>): void => {
    deed.catch((error: unknown) => logFault('asking the console of another process', error));
  };
  let closing: Promise<void> | null = null;
  return {
    router,
    whenHere(task) {
      tasks.push(task);
      if (core !== null) begin(task, core);
    },
    alertNews,
    attention: { now: () => core?.attention.now() ?? nobody, changes: attention },
    async startDemo() {
      await (core === null ? ask(router, 'demo.start', {}) : core.startDemo());
    },
    probe() {
      if (core === null) inConsole(ask(router, 'fleet.probe', {}));
      else core.probe();
    },
    lockVault() {
      if (core === null) inConsole(ask(router, 'vault.lock', {}));
      else core.lockVault();
    },
    installUpdate: () => core?.installUpdate(),
    close() {
      closing ??= (async () => {
        leaving.abort();
        await taking;
        await held?.close();
      })();
      return closing;
    },
  };
}

/** Whether another process is only starting or ending, so that it is worth trying again. */
function passes(error: unknown): boolean {
  return (
    error instanceof AppError &&
    error.code === 'attach-refused' &&
    (error.detail.case === 'no-answer' || error.detail.case === 'token')
  );
}
