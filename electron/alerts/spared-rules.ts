import type { Clock } from '../base/clock.ts';

/** What a rule that is removed fired stays open for so long, milliseconds: it may come back, and what was acknowledged then is. */
const sparedMs = 20_000;

/** Rules that were removed just now. */
export interface SparedRules {
  /** Ids of those. */
  list(): ReadonlySet<string>;
  /** Takes note of what rules there are now; answers the ids of those that came back. */
  follow(
    before: readonly { readonly id: string }[],
    next: readonly { readonly id: string }[],
  ): ReadonlySet<string>;
  close(): void;
}

/** `onGone`: one did not come back. */
export function createSparedRules(clock: Pick<Clock, 'after'>, onGone: () => void): SparedRules {
  const spared = new Map<string, () => void>();
  return {
    list: () => new Set(spared.keys()),
    follow(before, next) {
      const ids = new Set(next.map(({ id }) => id));
      const back = new Set([...spared.keys()].filter((id) => ids.has(id)));
      for (const id of back) {
        spared.get(id)?.();
        spared.delete(id);
      }
      for (const { id } of before.filter((rule) => !ids.has(rule.id))) {
        const cancel = clock.after(sparedMs, () => {
          spared.delete(id);
          onGone();
        });
        spared.set(id, cancel);
      }
      return back;
    },
    close() {
      for (const cancel of spared.values()) cancel();
    },
  };
}
