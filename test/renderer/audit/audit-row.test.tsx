// @vitest-environment happy-dom
import { Table } from '@mantine/core';
import { expect, it } from 'vitest';
import { AuditEntryRow } from '../../../renderer/views/audit/audit-row.tsx';
import { auditEntry } from '../../electron/store/audit-entry.ts';
import { renderWith } from '../hooks.tsx';

const plan = '3d6f4f5e-6c1a-4a55-9d59-0a5d0a2f7b10';

it.each([
  [{ undoes: 1, plan }, 'undo · step of a plan'],
  [{ undoes: 1 }, 'undo'],
  [{ plan }, 'step of a plan'],
])('of %o says %s', (why, words) => {
  const entry = { ...auditEntry(why), id: 2, undoable: false };
  const { getByText } = renderWith(
    {},
    <Table>
      <Table.Tbody>
        <AuditEntryRow entry={entry} known={false} />
      </Table.Tbody>
    </Table>,
  );
  expect(getByText('Transformation').nextElementSibling?.textContent).toBe(words);
});
