// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CallError } from '../../../../../renderer/api/client.ts';
import { mergeRows } from '../../../../../renderer/api/log-rows.ts';
import { useChange } from '../../../../../renderer/views/proxy/settings/editors/use-change.ts';
import type { ErrorCode } from '../../../../../shared/errors.ts';
import type { AuditRow } from '../../../../../shared/model/change.ts';
import { someErrorValue } from '../../../../support/facts.ts';
import { renderHookWith } from '../../../hooks.tsx';
import { auditRow } from '../audit-row.ts';

async function setUp() {
  /** What the log has by now, which a view may not have drawn yet. */
  let rows: readonly AuditRow[] = [auditRow()];
  const log = () => ({
    value: { rows, more: false },
    newest: (wanted: (row: AuditRow) => boolean) => rows.find(wanted),
  });
  let blocked = false;
  const rendered = renderHookWith({}, () => useChange(log(), 'transformation', blocked), null);
  const { result } = rendered;
  const add = (row: AuditRow) => {
    rows = mergeRows([row], rows);
    rendered.rerender(null);
  };
  return {
    result,
    rerender: (next: boolean) => {
      blocked = next;
      rendered.rerender(null);
    },
    add,
    /** A change that ends at once, and of which the log has this row before the answer is there. */
    run: async (row: AuditRow | null, refusal?: ErrorCode) => {
      if (row !== null) add(row);
      await act(async () =>
        result.current.run(() =>
          refusal === undefined && row !== null
            ? Promise.resolve(row)
            : Promise.reject(new CallError(someErrorValue(refusal ?? 'internal'))),
        ),
      );
    },
    kind: () => result.current.progress.kind,
  };
}

const conflict = auditRow({ id: 2, outcome: 'conflict', before: 'cat', after: 'cat' });

describe('the result of a change', () => {
  it('stays until the log has a newer entry of the same setting', async () => {
    const { run, add, kind } = await setUp();
    await run(auditRow({ id: 2 }));
    expect(kind()).toBe('done');
    add(auditRow({ id: 3, setting: 'bufferSize' }));
    expect(kind()).toBe('done');
    add(auditRow({ id: 4, undoes: 2 }));
    expect(kind()).toBe('idle');
  });

  it('goes also where it was a conflict: what it says is in force is so no longer', async () => {
    const { run, add, kind } = await setUp();
    await run(conflict, 'not-as-expected');
    expect(kind()).toBe('failed');
    add({ ...conflict, undoable: false });
    expect(kind()).toBe('failed');
    add(auditRow({ id: 3 }));
    expect(kind()).toBe('idle');
  });

  it('goes with what kept the change from being made, and not before', async () => {
    const { run, rerender, kind } = await setUp();
    await run(null, 'read-only');
    expect(kind()).toBe('failed');
    rerender(true);
    expect(kind()).toBe('failed');
    rerender(false);
    expect(kind()).toBe('idle');
  });

  it('stays through a lost connection where that is what became of it', async () => {
    const { run, rerender, kind } = await setUp();
    await run(auditRow({ id: 2, outcome: 'failed', after: null }), 'association-lost');
    rerender(true);
    rerender(false);
    expect(kind()).toBe('failed');
  });
});

describe('a change', () => {
  it('is one at a time, and tells its result to whoever asked', async () => {
    const { result } = await setUp();
    const answer = Promise.withResolvers<AuditRow>();
    const asked: string[] = [];
    const done: number[] = [];
    const run = (name: string) =>
      result.current.run(
        () => {
          asked.push(name);
          return answer.promise;
        },
        ({ id }) => done.push(id),
      );
    act(() => {
      run('first');
      run('second');
    });
    expect(result.current.progress.kind).toBe('busy');
    await act(async () => answer.resolve(auditRow({ id: 5 })));
    expect(asked).toEqual(['first']);
    expect(done).toEqual([5]);
    act(() => result.current.forget());
    expect(result.current.progress.kind).toBe('idle');
  });
});
