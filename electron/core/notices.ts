import { isDeepStrictEqual } from 'node:util';
import type { Notice, NoticeCode, NoticeDetail } from '../../shared/facts/notices.ts';
import { createTopic } from '../base/topic.ts';

/**
 * What the user is to be told: what happened, once, until it is dismissed; and what holds, which begins and ends. In memory: what still
 * holds at the next start is told again then.
 */
export interface Notices {
  list(): Notice[];
  /** What happened, or what holds since the stores were opened. */
  add(found: readonly Notice[]): void;
  /**
   * Something goes wrong, maybe again and again: its notice is there while it lasts, with the last facts and the time of the first. One
   * that was dismissed comes back only if it ended and began anew.
   */
  holds<C extends NoticeCode>(id: string, code: C, detail: NoticeDetail<C>): void;
  /** It is over, and its notice with it. Does nothing where it did not hold. */
  ends(id: string): void;
  /** Does nothing where there is no such notice. */
  dismiss(id: string): void;
  listen(listener: (notices: Notice[]) => void): () => void;
}

/** `now` in epoch milliseconds. */
export function createNotices(now: () => number): Notices {
  const shown = new Map<string, Notice>();
  /** Their conditions may hold on. */
  const dismissed = new Set<string>();
  const changed = createTopic<Notice[]>();
  const list = (): Notice[] => [...shown.values()];
  return {
    list,
    add(found) {
      if (found.length === 0) return;
      for (const notice of found) shown.set(notice.id, notice);
      changed.publish(list());
    },
    holds(id, code, detail) {
      if (dismissed.has(id)) return;
      const before = shown.get(id);
      if (before !== undefined && isDeepStrictEqual(before.detail, detail)) return;
      shown.set(id, { id, at: before?.at ?? now(), code, detail } as unknown as Notice);
      changed.publish(list());
    },
    ends(id) {
      dismissed.delete(id);
      if (shown.delete(id)) changed.publish(list());
    },
    dismiss(id) {
      if (!shown.delete(id)) return;
      dismissed.add(id);
      changed.publish(list());
    },
    listen: changed.listen,
  };
}
