import { randomUUID } from 'node:crypto';
import type { Notice } from '../../shared/model/app-info.ts';
import { createTopic } from '../base/topic.ts';

/** What the user is to be told once, until dismissed. In memory: what still holds at the next start is told again then. */
export interface Notices {
  list(): Notice[];
  /** What was found when the stores were opened. */
  add(found: readonly Notice[]): void;
  /**
   * Something goes wrong, maybe again and again: told when it begins, and not again before `settle` said that it went well, nor while
   * an earlier one of this topic is still shown. `topic` is what goes wrong; never shown.
   */
  trouble(topic: string, code: Notice['code'], detail: Notice['detail']): void;
  /** It went well. What was told stays until it is dismissed. */
  settle(topic: string): void;
  /** Does nothing where there is no such notice. */
  dismiss(id: string): void;
  listen(listener: (notices: Notice[]) => void): () => void;
}

/** `now` in epoch milliseconds. */
export function createNotices(now: () => number): Notices {
  const shown = new Map<string, Notice>();
  const changed = createTopic<Notice[]>();
  const troubled = new Set<string>();
  /** The last notice of each topic. */
  const told = new Map<string, string>();
  const list = (): Notice[] => [...shown.values()];
  return {
    list,
    add(found) {
      if (found.length === 0) return;
      for (const notice of found) shown.set(notice.id, notice);
      changed.publish(list());
    },
    trouble(topic, code, detail) {
      if (troubled.has(topic)) return;
      troubled.add(topic);
      if (shown.has(told.get(topic) ?? '')) return;
      const id = randomUUID();
      told.set(topic, id);
      shown.set(id, { id, at: now(), code, detail });
      changed.publish(list());
    },
    settle(topic) {
      troubled.delete(topic);
    },
    dismiss(id) {
      if (shown.delete(id)) changed.publish(list());
    },
    listen: changed.listen,
  };
}
