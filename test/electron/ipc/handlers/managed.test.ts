import { expect, it } from 'vitest';
import { managedFor } from '../../../../electron/ipc/handlers/managed.ts';
import { managedSources, managedStateSchema } from '../../../../shared/model/managed.ts';
import { roles } from '../../../../shared/model/roles.ts';
import { callerWith } from '../../../support/caller.ts';

it('shows with which files metrics are served to whoever administers alone', () => {
  const metrics = { host: '127.0.0.1', port: 9460, tokenFile: '/etc/console/token' };
  const state = managedStateSchema.parse({
    by: 'Example Corp',
    file: '/etc/console/managed.json',
    source: managedSources[0],
    locked: [],
    policy: { metrics, tryHere: false },
  });
  for (const role of roles) {
    const tokenFile = role === 'administer' ? metrics.tokenFile : '';
    expect(managedFor(state, callerWith({ role }))?.policy).toMatchObject({
      metrics: { port: 9460, tokenFile },
      tryHere: false,
    });
  }
  expect(managedFor(null, callerWith({ role: 'view' }))).toBeNull();
});
