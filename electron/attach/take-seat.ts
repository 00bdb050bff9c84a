import { AppError } from '../../shared/errors.ts';
import type { ConsoleShell } from '../../shared/model/change-words.ts';
import { causeOf } from '../base/cause-of.ts';
import type { Console } from '../console.ts';
import { unusableOf } from '../store/notice.ts';
import type { AttachedConsole } from './attached-console.ts';
import { takeDirectory } from './directory-lock.ts';
import { serveLocally } from './local-socket.ts';
import { placeOf } from './place.ts';
import { attachTo } from './reach.ts';
import { watchedError } from './watcher.ts';

export interface SeatParts {
  readonly directory: string;
  /** Which one this is, for those who find it there. */
  readonly shell: ConsoleShell;
  /** Of the app. */
  readonly version: string;
  /** Opens the core here. */
  readonly open: () => Promise<Console>;
  readonly logFault: (what: string, error: unknown) => void;
  /** Between two looks whether others find this console, milliseconds. */
  readonly lookMs?: number;
}

const noticeId = 'own-socket';

/** The one console of a data directory, in this process. */
export interface HeldSeat {
  readonly kind: 'held';
  readonly core: Console;
  /** Lets the others go, ends the core, and then the hold on the directory. */
  close(): Promise<void>;
}

/** What a shell has of the one console of a data directory: itself, or the way to it. */
export type Seat = HeldSeat | { readonly kind: 'attached'; readonly console: AttachedConsole };

/**
 * One attempt to watch the directory, or to reach whoever does. A core is opened by nobody who has not the lock. Rejects with what `takeDirectory`
 * throws, with what opening the core rejects with, and with `attach-refused`: of the case `no-answer` where somebody watches it who is starting,
 * ending or hanging, or whom no socket leads to.
 */
export async function takeSeat(parts: SeatParts): Promise<Seat> {
  const { directory, version } = parts;
  const hold = takeDirectory(directory);
  if (hold !== null) return openHere(parts, hold);
  const console = await attachTo(directory, version, 'window');
  if (console === null) throw new AppError('attach-refused', { case: 'no-answer' });
  return { kind: 'attached', console };
}

/** Watches the directory, or rejects with `attach-refused` of the case `watched` where somebody else does, and otherwise as `takeSeat`. */
export async function holdSeat(parts: SeatParts): Promise<HeldSeat> {
  const hold = takeDirectory(parts.directory);
  if (hold === null) throw await watchedError(parts.directory);
  return openHere(parts, hold);
}

async function openHere(parts: SeatParts, release: () => void): Promise<HeldSeat> {
  const { directory, logFault } = parts;
  let core: Console;
  try {
    core = await parts.open();
  } catch (error) {
    release();
    throw error;
  }
  const { router, notices } = core;
  const endListening = await serveLocally({
    ...parts,
    router,
    onFault(error) {
      logFault('others cannot attach to this console', error);
      const { addressFile: path } = placeOf(directory);
      const known = unusableOf(error) ?? { path, reason: 'other', cause: causeOf(error) };
      notices.holds(noticeId, 'own-socket', known);
    },
    onSettled: () => notices.ends(noticeId),
  });
  return {
    kind: 'held',
    core,
    async close() {
      await endListening();
      try {
        await core.close();
      } finally {
        release();
      }
    },
  };
}
