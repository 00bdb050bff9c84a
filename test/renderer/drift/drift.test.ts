import { describe, expect, it } from 'vitest';
import { plansBack } from '../../../renderer/views/drift/bring-back.ts';
import { sayingSame } from '../../../renderer/views/drift/saying-same.ts';
import { shownRows } from '../../../renderer/views/drift/shown-rows.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { DriftRow } from '../../../shared/model/drift.ts';
import { createFilter, type FilterWords } from '../../../shared/model/filter/filter.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function row(n: number, others: Partial<DriftRow> = {}): DriftRow {
  return {
    id: `${id(n)} transformation`,
    profileId: id(n),
    setting: 'transformation',
    intended: { kind: 'said', value: 'cat', source: { kind: 'own' } },
    state: 'deviates',
    found: { value: 'tac', at: 1 },
    since: 1,
    by: null,
    ...others,
  };
}

const said = (value: string | null): DriftRow['intended'] => ({
  kind: 'said',
  value,
  source: { kind: 'own' },
});

describe('bringing back what deviates', () => {
  it('makes one plan for each setting and value, of what deviates alone', () => {
    const size = { setting: 'bufferSize', intended: said('4096') } as const;
    const plans = plansBack([
      row(1),
      row(2),
      row(3, { intended: said(null) }),
      row(4, size),
      row(5, { state: 'in-line' }),
      row(8, { ...size, state: 'unknown', found: null }),
      row(9, { state: 'unknown' }),
      row(6, { state: 'unreachable' }),
      row(7, { state: 'disagree', intended: { kind: 'disagree', tags: ['a', 'b'] } }),
    ]);
    const scope = { kind: 'selection' };
    expect(plans).toEqual([
      {
        name: 'drift: transformation cat',
        planned: { setting: 'transformation', next: 'cat' },
        ids: [id(1), id(2)],
        scope,
      },
      {
        name: 'drift: no-transformation',
        planned: { setting: 'transformation', next: null },
        ids: [id(3)],
        scope,
      },
      {
        name: 'drift: buffer-size 4096',
        planned: { setting: 'bufferSize', bytes: 4096 },
        ids: [id(4), id(8)],
        scope,
      },
    ]);
  });
});

describe('the rows of the drift page', () => {
  const profiles = [1, 2, 3].map((n) => ({
    id: id(n),
    name: `proxy ${n}`,
    host: 'a.example',
    folder: n === 3 ? 'Europe' : '',
    tags: '',
    notes: '',
    user: 'ana',
  })) as unknown as readonly ProfileEntry[];
  const words = {} as FilterWords;
  const rows = [row(1, { state: 'in-line' }), row(2, { state: 'unknown' }), row(3)];
  const shown = (text: string, all: boolean): string[] =>
    shownRows(rows, profiles, createFilter(text, words), { all, snapshots: new Map() }).map(
      ({ profile }) => profile.name,
    );

  it('are those that are not in line, worst first, or all', () => {
    expect(shown('', false)).toEqual(['proxy 3', 'proxy 2']);
    expect(shown('', true)).toEqual(['proxy 3', 'proxy 2', 'proxy 1']);
  });

  it('are filtered as profiles are elsewhere', () => {
    expect(shown('folder:Europe', true)).toEqual(['proxy 3']);
    expect(shown('folder:Asia', true)).toEqual([]);
  });
});

it('is adopted for all of whom the same place says the same setting', () => {
  const by = (source: Extract<DriftRow['intended'], { kind: 'said' }>['source']) => ({
    intended: { kind: 'said', value: 'cat', source } as const,
  });
  const mail = by({ kind: 'folder', id: id(90) });
  const rows = [
    row(1, mail),
    row(2, { ...mail, state: 'in-line' }),
    row(3, { ...mail, setting: 'bufferSize' }),
    row(4, by({ kind: 'folder', id: id(91) })),
    row(5, by({ kind: 'tag', tag: 'edge' })),
    row(6),
  ];
  const concerned = (n: number) =>
    sayingSame(rows, rows[n - 1] as DriftRow).map(({ profileId }) => profileId);
  expect(concerned(1)).toEqual([id(1), id(2)]);
  expect(concerned(5)).toEqual([id(5)]);
  expect(concerned(6)).toEqual([]);
});
