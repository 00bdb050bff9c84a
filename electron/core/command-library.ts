import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { isSameName, nameKey } from '../../shared/model/name.ts';
import {
  type CommandDraft,
  mostCommands,
  type SavedCommand,
} from '../../shared/model/saved-command.ts';
import { createTopic } from '../base/topic.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import type { CommandStore } from '../store/saved-commands.ts';

/** How long what was removed can be brought back at the next start, milliseconds. */
const keptMs = 24 * 60 * 60_000;

/** Transformations that are kept under a name. Methods throw `storage-full` and `storage-failed`. */
export interface CommandLibrary {
  /** By name. */
  list(): readonly SavedCommand[];
  /** Throws `invalid-input` where another one has that name, or there are too many. */
  save(draft: CommandDraft): SavedCommand;
  remove(id: string): void;
  restore(id: string): void;
  /** Hears all that are kept, after every change. Returns unsubscribing. */
  listen(listener: (commands: readonly SavedCommand[]) => void): () => void;
}

export function createCommandLibrary(parts: {
  readonly store: CommandStore;
  /** Whoever asks now. */
  readonly actor: () => string;
  readonly now: () => number;
}): CommandLibrary {
  const { store, actor, now } = parts;
  const changed = createTopic<readonly SavedCommand[]>();
  const list = (): readonly SavedCommand[] =>
    store.list().toSorted((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1));
  const tell = (): void => changed.publish(list());
  // What cannot be forgotten now is at the next start.
  unlessInTrouble(() => store.forgetRemovedBefore(now() - keptMs));
  return {
    list,
    save({ id = randomUUID(), name, text, note }) {
      const all = store.list();
      const before = all.find((each) => each.id === id);
      if (all.some((each) => each.id !== id && isSameName(each.name, name)))
        throw new AppError('invalid-input', {
          case: 'taken',
          field: 'name',
          reason: 'taken',
          name,
        });
      if (before === undefined && all.length >= mostCommands)
        throw new AppError('invalid-input', { case: 'commands', limit: mostCommands });
      const newest = before?.versions[0];
      const isSame = newest?.text === text && newest.note === note;
      store.put(id, name, isSame ? null : { at: now(), actor: actor(), text, note });
      // It was brought back by whoever saves it once more.
      store.setRemoved(id, null);
      const saved = store.get(id);
      if (saved === null) throw new Error('a command that was saved cannot be read');
      tell();
      return saved;
    },
    remove(id) {
      store.setRemoved(id, now());
      tell();
    },
    restore(id) {
      store.setRemoved(id, null);
      tell();
    },
    listen: changed.listen,
  };
}
