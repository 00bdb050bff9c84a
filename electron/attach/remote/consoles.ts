import { AppError } from '../../../shared/errors.ts';
import { isAnsweredHere } from '../../../shared/ipc/answered-here.ts';
import type { ConsoleEntry } from '../../../shared/ipc/calls/console.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { RemoteConsole } from '../../../shared/model/remote-console.ts';
import type { Clock } from '../../base/clock.ts';
import { createTopic } from '../../base/topic.ts';
import type { Router, WindowRouter } from '../../ipc/router.ts';
import type { JsonDocument } from '../../store/documents/document.ts';
import { hereRouter } from './here-router.ts';
import type { OpenRemote } from './open-remote.ts';
import { createRemoteLink, type RemoteLink } from './remote-link.ts';
import { remoteRouter } from './remote-router.ts';
import { createSavedConsoles, noSuchConsole, type SavedConsolesParts } from './saved-consoles.ts';
import { splitRouter } from './split-router.ts';

export interface ConsolesParts extends Omit<SavedConsolesParts, 'document'> {
  readonly document: JsonDocument<readonly RemoteConsole[]>;
  /** The console of this machine. */
  readonly local: WindowRouter;
  readonly open: (remote: RemoteConsole, signal: AbortSignal) => Promise<OpenRemote>;
  /** After every change of the policy. */
  readonly onPolicy: (listener: () => void) => () => void;
  /** Shows an address in a window of its own, of a console by its id; null is that of this machine. None where the shell has no windows. */
  readonly openWindow?: (address: string, console: string | null) => Promise<void>;
  readonly logFault: (what: string, error: unknown) => void;
  readonly clock: Clock;
}

/** The consoles that windows of this shell can show: that of this machine, and those that are reached by SSH. */
export interface Consoles {
  /** What answers a window that shows this console; null is that of this machine. */
  routerFor(id: string | null): WindowRouter;
  /** Ends the ways to all; windows hear nothing more of them. */
  close(): Promise<void>;
}

export function createConsoles(parts: ConsolesParts): Consoles {
  const { document, local, open, onPolicy, openWindow, logFault, clock } = parts;
  const saved = createSavedConsoles(parts);
  const links = new Map<string, { readonly link: RemoteLink; readonly reach: string }>();
  const changed = createTopic<CallOutput<'consoles.list'>>();
  const removed = createTopic<string>();
  const anew = createTopic<void>();
  const closing: Promise<void>[] = [];

  const entryOf = (remote: RemoteConsole): ConsoleEntry => {
    const link = links.get(remote.id)?.link;
    return {
      ...remote,
      state: link?.state ?? { kind: 'idle' },
      said: link?.said ?? null,
      unread: [...(link?.unread ?? [])],
    };
  };
  const list = (): CallOutput<'consoles.list'> => ({
    consoles: saved.list().map(entryOf),
    forbiddenBy: saved.forbiddenBy(),
  });
  const tell = (): void => changed.publish(list());
  /** Throws `not-found`, and `managed`. */
  const linkTo = (id: string): RemoteLink => {
    const by = saved.forbiddenBy();
    if (by !== null)
      throw new AppError('managed', { case: 'preference', field: 'remoteConsoles', by });
    const remote = saved.list().find((each) => each.id === id);
    if (remote === undefined) throw noSuchConsole(id);
    const known = links.get(id);
    if (known !== undefined) return known.link;
    const link = createRemoteLink({
      open: (signal) => open(remote, signal),
      onChange: tell,
      logFault,
      clock,
    });
    links.set(id, { link, reach: reachOf(remote) });
    return link;
  };
  /** One that is gone, forbidden, or reached otherwise now is shut; its windows ask anew. */
  const settle = (): void => {
    const all = new Map(saved.list().map((each) => [each.id, reachOf(each)]));
    const none = saved.forbiddenBy() !== null;
    for (const [id, { link, reach }] of [...links]) {
      if (!none && all.get(id) === reach) continue;
      links.delete(id);
      closing.push(link.close());
      removed.publish(id);
    }
    anew.publish();
    tell();
  };
  const ends = [document.onChange(settle), onPolicy(settle)];
  const here = (id: string | null): Router =>
    hereRouter({
      saved,
      list,
      listen: changed.listen,
      retry: (which) => linkTo(which).retry(),
      openWindow: openWindow && ((address, to) => openWindow(address, to === undefined ? id : to)),
      logFault,
    });
  return {
    routerFor(id) {
      if (id === null) return splitRouter(here(null), local, isOfConsoles);
      const far = remoteRouter({
        link: () => linkTo(id),
        onGone: (listener) =>
          removed.listen((which) => {
            if (which === id) listener();
          }),
        // One that was taken back, or is allowed again.
        onAnew: anew.listen,
      });
      return splitRouter(here(id), far, isAnsweredHere);
    },
    async close() {
      for (const end of ends) end();
      await Promise.all([...closing, ...[...links.values()].map(({ link }) => link.close())]);
      links.clear();
      changed.end();
      removed.end();
      anew.end();
      document.close();
    },
  };
}

/** What another way is needed for where it changes. */
function reachOf({ sshDestination, program, dataDirectory }: RemoteConsole): string {
  return JSON.stringify([sshDestination, program, dataDirectory]);
}

const isOfConsoles = (name: string): boolean => name.startsWith('consoles.');
