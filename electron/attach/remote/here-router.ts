import { AppError } from '../../../shared/errors.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { createRouter, type Router } from '../../ipc/router.ts';
import type { SavedConsoles } from './saved-consoles.ts';

export interface HereParts {
  readonly saved: SavedConsoles;
  readonly list: () => CallOutput<'consoles.list'>;
  readonly listen: (listener: (list: CallOutput<'consoles.list'>) => void) => () => void;
  /** Throws `not-found` and `managed`. */
  readonly retry: (id: string) => void;
  /** Undefined is the console that the window shows which asks. */
  readonly openWindow:
    | ((address: string, console: string | null | undefined) => Promise<void>)
    | undefined;
  readonly logFault: (what: string, error: unknown) => void;
}

/** Answers what a window asks of the shell that it belongs to, whichever console it shows: the list of consoles, and windows. */
export function hereRouter(parts: HereParts): Router {
  const { saved, list, listen, retry, openWindow, logFault } = parts;
  return createRouter({
    handlers: {
      'consoles.list': list,
      'consoles.save': ({ id, draft }) => saved.save(id, draft),
      'consoles.remove': async ({ id }) => {
        await saved.remove(id);
        return null;
      },
      'consoles.restore': async ({ id }) => {
        await saved.restore(id);
        return null;
      },
      'consoles.retry': ({ id }) => {
        retry(id);
        return null;
      },
      'desktop.openWindow': async ({ address, console }) => {
        if (openWindow === undefined) throw new AppError('not-found', { case: 'desktop' });
        await openWindow(address, console);
        return null;
      },
    },
    sources: {
      'consoles.changed': (_, publish) => {
        publish(list());
        return listen(publish);
      },
    },
    onConnect: () => undefined,
    logFault,
  });
}
