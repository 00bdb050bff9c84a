import { expect, it } from 'vitest';
import { exportAudit } from '../../../renderer/views/audit/export-audit.ts';
import type { AuditEntry, AuditRow } from '../../../shared/model/change.ts';
import { auditEntry } from '../../electron/store/audit-entry.ts';
import { createFakeClient } from '../fake-client.ts';

const row = (id: number): AuditRow => ({ ...auditEntry(), id, undoable: true });

function clientOf(count: number) {
  const stored = Array.from({ length: count }, (_, n) => row(count - n));
  const client = createFakeClient();
  client.call.mockImplementation((_: string, page: { limit: number; before?: number }) =>
    Promise.resolve(
      stored
        .filter(({ id }) => id < (page.before ?? Number.POSITIVE_INFINITY))
        .slice(0, page.limit),
    ),
  );
  return client;
}

const { signal } = new AbortController();

it('exports all that is wanted, oldest first, and tells how far it is', async () => {
  const client = clientOf(2500);
  const told: number[] = [];
  const run = { signal, onProgress: (done: number) => told.push(done) };
  const file = await exportAudit(client, { shell: 'cli' }, { format: 'json', ...run });
  const read = JSON.parse(await file.text()) as readonly AuditEntry[];
  expect(read.map(({ id }) => id)).toEqual(Array.from({ length: 2500 }, (_, n) => n + 1));
  expect(read[0]).not.toHaveProperty('undoable');
  expect(told).toEqual([1000, 2000, 2500]);
  for (const [, input, given] of client.call.mock.calls) {
    expect(input).toMatchObject({ shell: 'cli' });
    expect(given).toBe(signal);
  }
});

it('writes the same as lines, and of nothing what can be read', async () => {
  const run = { signal, onProgress: () => {} };
  const text = await (await exportAudit(clientOf(1001), {}, { format: 'csv', ...run })).text();
  const ids = text.split('\r\n').map((line) => line.split(',')[0]);
  expect(ids).toEqual(['id', ...Array.from({ length: 1001 }, (_, n) => String(n + 1)), '']);
  for (const count of [0, 1000]) {
    const json = await exportAudit(clientOf(count), {}, { format: 'json', ...run });
    expect(JSON.parse(await json.text())).toHaveLength(count);
  }
});
