// @vitest-environment happy-dom
import { Table } from '@mantine/core';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { parseSearch } from '../../../../renderer/api/search-text.ts';
import { ClassRow } from '../../../../renderer/views/settings/classes/class-row.tsx';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';

const entry = {
  id: 'customer',
  name: 'Big customer',
  colour: 'blue',
  teeth: { readOnly: true, typed: true, marked: true },
} as const;

it.each([3, 0])('leads from the count of its profiles, %i, to the list of them', async (count) => {
  const client = createFakeClient();
  client.call.mockImplementation(async (name) => (name === 'classes.list' ? [entry] : []));
  renderWith(
    { client },
    <Table>
      <Table.Tbody>
        <ClassRow entry={entry} count={count} />
      </Table.Tbody>
    </Table>,
  );
  await settled();
  const href = screen.queryByRole('link')?.getAttribute('href') ?? null;
  if (count === 0) expect(href).toBeNull();
  else expect(parseSearch(href?.split('?')[1] ?? '')).toEqual({ text: 'class:"Big customer"' });
});
