import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { classNamed } from '../../../../shared/model/environment-class.ts';
import { useClasses } from '../../../api/classes.ts';
import {
  type PastedField,
  type PastedValues,
  pastedHeadings,
  readPastedList,
} from './pasted-list.ts';
import { type ForAll, type PastedRow, previewRows } from './pasted-rows.ts';

const nothing: ForAll = { folder: '', environment: '', transport: '', user: '', password: '' };

/** A pasted list: what is written, what is said for all, what was corrected, and which lines are to be made. */
export function usePaste(profiles: readonly ProfileEntry[], folders: readonly FolderEntry[]) {
  const [text, setText] = useState('');
  const [forAll, setForAll] = useState(nothing);
  const [corrected, setCorrected] = useState<ReadonlyMap<number, PastedValues>>(new Map());
  /** Against what a line is as a rule: one that is there already stays out, every other is made. */
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const shown = useDeferredValue(text);
  const lines = useMemo(() => readPastedList(shown), [shown]);
  const headings = useMemo(() => pastedHeadings(shown), [shown]);
  const [update, setUpdate] = useState(false);
  const byId = useMemo(() => new Map(folders.map((each) => [each.id, each])), [folders]);
  const { t } = useTranslation();
  const classes = useClasses();
  const rows = useMemo(
    () =>
      previewRows({
        ...{ lines, corrected, forAll, profiles, folders: byId, update },
        classNamed: (name) => classNamed(classes, name, (id) => t(`environments.${id}`))?.id,
      }),
    [lines, corrected, forAll, profiles, byId, update, classes, t],
  );
  const isWanted = ({ line, same, edit }: PastedRow): boolean =>
    (same === null || edit?.id !== undefined) !== turned.has(line);
  const wanted = rows.filter(isWanted);
  return {
    text,
    setText(next: string) {
      setText(next);
      setCorrected(new Map());
      setTurned(new Set());
    },
    forAll,
    setForAll: (change: Partial<ForAll>) => setForAll((before) => ({ ...before, ...change })),
    headings,
    update,
    setUpdate(next: boolean) {
      setUpdate(next);
      setTurned(new Set());
    },
    rows,
    isWanted,
    turn: (line: number) => setTurned((before) => flipped(before, line)),
    correct: (line: number, field: PastedField, value: string) =>
      setCorrected((before) => new Map(before).set(line, { ...before.get(line), [field]: value })),
    /** Of those that are wanted. */
    faulty: wanted.filter(({ edit }) => edit === null).length,
    edits: wanted.flatMap(({ edit }) => (edit === null ? [] : [{ ...edit, own: [...edit.own] }])),
  };
}

function flipped(before: ReadonlySet<number>, line: number): ReadonlySet<number> {
  const next = new Set(before);
  if (!next.delete(line)) next.add(line);
  return next;
}
