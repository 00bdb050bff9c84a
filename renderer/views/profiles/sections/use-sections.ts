import { useCallback, useMemo, useState } from 'react';
import type { FormField } from '../editor/form-fields.ts';
import { type SectionName, sectionOf } from './section-names.ts';

/** Which sections of the form are unfolded. */
export interface Sections {
  readonly opened: ReadonlySet<SectionName>;
  readonly toggle: (name: SectionName) => void;
  /** Unfolds those in which these fields lie; nothing is folded by it. */
  readonly show: (fields: readonly FormField[]) => void;
}

/** What was unfolded last in this window is so in the next form. */
let last: ReadonlySet<SectionName> = new Set();

/** `first`: a field that is seen from the start. */
export function useSections(first?: FormField): Sections {
  const [opened, setOpened] = useState<ReadonlySet<SectionName>>(() => {
    const wanted = first === undefined ? null : sectionOf(first);
    return wanted === null ? last : new Set([...last, wanted]);
  });
  const set = useCallback((next: ReadonlySet<SectionName>) => {
    last = next;
    setOpened(next);
  }, []);
  return useMemo(
    () => ({
      opened,
      toggle(name) {
        const next = new Set(opened);
        if (!next.delete(name)) next.add(name);
        set(next);
      },
      show(fields) {
        const wanted = fields.flatMap((field) => sectionOf(field) ?? []);
        if (wanted.some((name) => !opened.has(name))) set(new Set([...opened, ...wanted]));
      },
    }),
    [opened, set],
  );
}
