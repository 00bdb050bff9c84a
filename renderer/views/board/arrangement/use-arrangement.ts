import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useApi } from '../../../api/context.ts';
import { useSampled } from '../../../components/use-sampled.ts';
import { arrange } from './arrange.ts';
import type { BoardView } from './board-view.ts';

/** Cards that change places with every reading cannot be read. */
const liveSortMs = 5000;
const stateMs = 500;

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();

/** Keeps the cards in their places while somebody points at one, or works in one. */
export type Hold = (by: 'pointer' | 'focus', held: boolean) => void;

/** The cards to show, in their order. */
export function useArrangement(
  profiles: readonly ProfileEntry[],
  { text, state, sort, direction }: BoardView,
): {
  readonly shown: readonly ProfileEntry[];
  readonly hold: Hold;
} {
  const { fleet } = useApi();
  const { i18n } = useTranslation();
  const locale = i18n.resolvedLanguage ?? 'en';
  const [holds, setHolds] = useState({ pointer: false, focus: false });
  const hold = useCallback<Hold>((by, held) => setHolds((now) => ({ ...now, [by]: held })), []);
  const pace = sort === 'name' || sort === 'state' ? stateMs : liveSortMs;
  const snapshots = useSampled(fleet.snapshots, pace, holds.pointer || holds.focus) ?? noSnapshots;
  const arranged = useMemo(
    () => arrange(profiles, snapshots, { text, state, sort, direction }, locale),
    [profiles, snapshots, text, state, sort, direction, locale],
  );
  return { shown: useSame(arranged), hold };
}

/** The list of before while the next one holds the same: nothing renders again for it. */
function useSame<T>(next: readonly T[]): readonly T[] {
  const last = useRef(next);
  const same =
    last.current.length === next.length && last.current.every((each, i) => each === next[i]);
  if (!same) last.current = next;
  return last.current;
}
