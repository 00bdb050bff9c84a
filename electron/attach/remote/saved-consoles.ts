import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import { isSameName, nameKey } from '../../../shared/model/name.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import {
  mostConsoles,
  type RemoteConsole,
  type RemoteConsoleDraft,
} from '../../../shared/model/remote-console.ts';
import type { JsonDocument } from '../../store/documents/document.ts';

/** How remote consoles are reached. Methods throw `storage-full` and `storage-failed`. */
export interface SavedConsoles {
  /** By name. */
  list(): readonly RemoteConsole[];
  /** Who lets none be opened here; null where nobody forbids it. */
  forbiddenBy(): string | null;
  /** Throws `managed`, and `invalid-input` where another one has that name, or there are too many; `not-found` where that one is gone. */
  save(id: string | undefined, draft: RemoteConsoleDraft): Promise<RemoteConsole>;
  /** Does nothing where it is not there. */
  remove(id: string): Promise<void>;
  /** Throws `not-found` for one that was not removed since this app began. */
  restore(id: string): Promise<void>;
}

export interface SavedConsolesParts {
  readonly document: Pick<JsonDocument<readonly RemoteConsole[]>, 'get' | 'change'>;
  readonly policy: () => Policy;
  /** Who makes the policy. */
  readonly by: () => string;
}

export function createSavedConsoles({ document, policy, by }: SavedConsolesParts): SavedConsoles {
  const removed = new Map<string, RemoteConsole>();
  const forbiddenBy = (): string | null => (policy().remoteConsoles === false ? by() : null);
  const requireAllowed = (): void => {
    const who = forbiddenBy();
    if (who !== null)
      throw new AppError('managed', { case: 'preference', field: 'remoteConsoles', by: who });
  };
  return {
    list: () => document.get().toSorted((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1)),
    forbiddenBy,
    async save(id, draft) {
      requireAllowed();
      const saved: RemoteConsole = { ...draft, id: id ?? randomUUID() };
      await document.change((all) => {
        if (id !== undefined && !all.some((each) => each.id === id)) throw noSuchConsole(id);
        return withConsole(all, saved);
      });
      return saved;
    },
    async remove(id) {
      await document.change((all) => {
        const found = all.find((each) => each.id === id);
        if (found === undefined) return all;
        removed.set(id, found);
        return all.filter((each) => each !== found);
      });
    },
    async restore(id) {
      requireAllowed();
      const found = removed.get(id);
      if (found === undefined) throw noSuchConsole(id);
      await document.change((all) => withConsole(all, found));
      removed.delete(id);
    },
  };
}

/** A remote console that is not, or no more, in the list. */
export function noSuchConsole(id: string): AppError {
  return new AppError('not-found', { case: 'console', id });
}

function withConsole(
  all: readonly RemoteConsole[],
  saved: RemoteConsole,
): readonly RemoteConsole[] {
  const others = all.filter(({ id }) => id !== saved.id);
  if (others.some(({ name }) => isSameName(name, saved.name)))
    throw new AppError('invalid-input', {
      case: 'taken',
      field: 'name',
      reason: 'taken',
      name: saved.name,
    });
  if (others.length >= mostConsoles)
    throw new AppError('invalid-input', { case: 'consoles', limit: mostConsoles });
  return [...others, saved];
}
