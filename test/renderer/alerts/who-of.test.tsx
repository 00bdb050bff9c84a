// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createQueries } from '../../../renderer/api/queries.ts';
import { WhoOf } from '../../../renderer/views/alerts/who-of.tsx';
import type { Alert } from '../../../shared/model/alert.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

const here = '00000000-0000-4000-8000-000000000001';
const gone = '00000000-0000-4000-8000-000000000002';

function alertOf(profileId: string, profileName: string): Alert {
  const about = { kind: 'rule', condition: { kind: 'down', seconds: 60 }, profileId, profileName };
  return { id: profileId, batch: here, about, firedAt: 1 } as Alert;
}

it('leads from the proxies of an alert to their pages, unless they are gone', async () => {
  const client = createFakeClient();
  client.call.mockResolvedValue([{ id: here, name: 'Madrid' }]);
  const batch = [alertOf(here, 'Madrid'), alertOf(gone, 'Lisboa')] as const;
  const { getAllByRole, container } = renderWith(
    { client, queries: createQueries() },
    <WhoOf batch={[batch[0], batch[1]]} />,
  );
  await settled();
  expect(container.querySelector('p')?.textContent).toBe('Madrid, Lisboa');
  expect(getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    `#/proxies/${here}`,
  ]);
});
