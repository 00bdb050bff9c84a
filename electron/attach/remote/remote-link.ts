import { AppError } from '../../../shared/errors.ts';
import type { ConsoleIdentity, ConsoleState } from '../../../shared/model/console-state.ts';
import { showHidden } from '../../../shared/model/hidden.ts';
import type { Clock } from '../../base/clock.ts';
import type { Router } from '../../ipc/router.ts';
import type { OpenRemote } from './open-remote.ts';
import { remoteRetryDelay } from './retry.ts';

/** A window that shows the console. */
export interface LinkUser {
  opened(router: Router): void;
  lost(): void;
}

/** The way to one remote console: opened when a window asks for it, shared by all windows, opened anew when it drops, closed when nobody uses it. */
export interface RemoteLink {
  readonly state: ConsoleState;
  /** What the console said of itself the last time; null where it never did. */
  readonly said: ConsoleIdentity | null;
  /** The topics of it that some window reads no more, since what came of them was not as agreed. */
  readonly unread: readonly string[];
  /** `opened` may be called at once. Returns letting it go. */
  use(user: LinkUser): () => void;
  /** Tries at once where it waits or was refused. */
  retry(): void;
  /** Ends it for good; resolves when nothing of it is left. */
  close(): Promise<void>;
}

export interface RemoteLinkParts {
  readonly open: (signal: AbortSignal) => Promise<OpenRemote>;
  /** After every change of state. */
  readonly onChange: () => void;
  /** Takes what is a bug. */
  readonly logFault: (what: string, error: unknown) => void;
  readonly clock: Clock;
  readonly random?: () => number;
}

/** A page that is loaded anew, or another window, finds the way open still, milliseconds. */
const lingerMs = 10_000;
/** One that was open for so long failed for the first time, milliseconds. */
const healthyMs = 30_000;

export function createRemoteLink(parts: RemoteLinkParts): RemoteLink {
  const { open, onChange, logFault, clock, random = Math.random } = parts;
  const users = new Set<LinkUser>();
  let state: ConsoleState = { kind: 'idle' };
  let said: ConsoleIdentity | null = null;
  let unread: readonly string[] = [];
  let remote: OpenRemote | null = null;
  let attempts = 0;
  /** What is under way; fires when it is not wanted any more. */
  let wanted: AbortController | null = null;
  let work: Promise<void> = Promise.resolve();
  let cancelTimer = (): void => {};
  let cancelLinger = (): void => {};
  let closed = false;

  const set = (next: ConsoleState): void => {
    state = next;
    onChange();
  };
  const fail = (error: unknown): void => {
    if (!(error instanceof AppError)) logFault('opening a remote console', error);
    const known =
      error instanceof AppError ? error : new AppError('internal', { log: 'application' });
    const delay = remoteRetryDelay(attempts++, known, random);
    const value = known.toValue();
    if (delay === null) {
      set({ kind: 'refused', error: value });
      return;
    }
    cancelTimer = clock.after(delay, start);
    set({ kind: 'waiting', error: value, retryAt: Math.round(clock.wall() + delay) });
  };
  const run = async (signal: AbortSignal): Promise<void> => {
    let opened: OpenRemote;
    try {
      opened = await open(signal);
    } catch (error) {
      if (!signal.aborted) fail(error);
      return;
    }
    if (signal.aborted) {
      opened.close();
      await opened.ended;
      return;
    }
    const { machine, user, role, version, contract } = opened.welcome;
    const openedAt = clock.now();
    said = {
      machine: showHidden(machine),
      user: showHidden(user),
      role,
      version: showHidden(version),
      contract,
    };
    remote = opened;
    unread = [];
    opened.onUnread((topics) => {
      if (remote !== opened) return;
      for (const topic of topics)
        if (!unread.includes(topic))
          logFault('what a remote console says is not as agreed and is read no more', topic);
      unread = topics;
      onChange();
    });
    set({ kind: 'open' });
    for (const each of [...users]) each.opened(opened.router);
    const stop = (): void => opened.close();
    signal.addEventListener('abort', stop, { once: true });
    const why = await opened.ended;
    signal.removeEventListener('abort', stop);
    if (remote === opened) {
      remote = null;
      for (const each of [...users]) each.lost();
    }
    if (signal.aborted) return;
    if (clock.now() - openedAt >= healthyMs) attempts = 0;
    fail(why);
  };
  const start = (): void => {
    cancelTimer();
    const mine = new AbortController();
    wanted = mine;
    set({ kind: 'connecting' });
    const before = work;
    work = before.then(() => run(mine.signal));
  };
  const stop = (): void => {
    cancelTimer();
    cancelLinger();
    wanted?.abort();
    wanted = null;
    remote = null;
    attempts = 0;
  };
  return {
    get state() {
      return state;
    },
    get said() {
      return said;
    },
    get unread() {
      return state.kind === 'open' ? unread : [];
    },
    use(user) {
      users.add(user);
      cancelLinger();
      if (remote !== null) user.opened(remote.router);
      else if (state.kind === 'idle' && !closed) start();
      return () => {
        if (!users.delete(user) || users.size > 0 || closed) return;
        cancelLinger();
        cancelLinger = clock.after(lingerMs, () => {
          stop();
          set({ kind: 'idle' });
        });
      };
    },
    retry() {
      if (closed || (state.kind !== 'waiting' && state.kind !== 'refused')) return;
      if (users.size === 0) set({ kind: 'idle' });
      else start();
    },
    close() {
      closed = true;
      stop();
      return work;
    },
  };
}
