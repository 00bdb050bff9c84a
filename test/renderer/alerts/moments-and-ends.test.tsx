// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createQueries } from '../../../renderer/api/queries.ts';
import { AcknowledgeDialog } from '../../../renderer/views/alerts/acknowledge-dialog.tsx';
import { endsOf } from '../../../renderer/views/alerts/ends-of.ts';
import { MaintenanceDialog } from '../../../renderer/views/alerts/maintenance/maintenance-dialog.tsx';
import type { Alert } from '../../../shared/model/alert.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

afterEach(cleanup);

const id = '00000000-0000-4000-8000-000000000001';

it('tells of each way in which alerts ended how long they held', () => {
  const over = (at: number, why: 'recovered' | 'rule-removed') => ({
    firedAt: 0,
    over: { at, why },
  });
  expect(
    endsOf([over(28_000, 'recovered'), over(480_000, 'recovered'), over(10, 'rule-removed')]),
  ).toEqual([
    { why: 'recovered', shortest: 28_000, longest: 480_000 },
    { why: 'rule-removed', shortest: 1000, longest: 1000 },
  ]);
});

it('says until when what happens again is silent, where it is acknowledged', async () => {
  const client = createFakeClient();
  client.call.mockResolvedValue([]);
  const about = {
    kind: 'rule',
    ruleName: '',
    condition: { kind: 'restarted' },
    profileId: id,
    profileName: 'Madrid',
  };
  const alert = { id, batch: id, about, firedAt: 1, acknowledged: null, over: null } as Alert;
  const { findByText } = renderWith(
    { client, queries: createQueries() },
    <AcknowledgeDialog batch={[alert]} onClose={() => undefined} />,
  );
  await findByText(/^It is over at .* 15 minutes after the last time\.$/);
});

it('asks for which proxies maintenance is, rather than taking all', async () => {
  const client = createFakeClient();
  client.call.mockResolvedValue([]);
  const { findByRole, findByLabelText } = renderWith(
    { client, queries: createQueries() },
    <MaintenanceDialog onClose={() => undefined} />,
  );
  const scope = await findByLabelText('For which proxies');
  expect((scope as HTMLSelectElement).value).toBe('');
  fireEvent.click(await findByRole('button', { name: 'Save' }));
  await settled();
  expect(scope.getAttribute('aria-invalid')).toBe('true');
  expect(client.call.mock.calls.map(([name]) => name)).not.toContain('alerts.saveMaintenance');
});
