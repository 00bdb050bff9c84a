import { once } from 'node:events';
import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHistorySources } from '../../../../electron/history-from/sources/sources.ts';
import { createCommandVault } from '../../../../electron/store/secrets/command/command-vault.ts';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { lima } from '../../store/audit-entry.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';

const matrix = JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: [] } });

/** A Prometheus that takes one token only. */
async function taking(token: string) {
  const server = createServer((request, response) => {
    request.resume();
    response.statusCode = request.headers.authorization === `Bearer ${token}` ? 200 : 401;
    response.end(response.statusCode === 200 ? matrix : '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('asks a command for the token anew once a server did not take it, however long its answers are kept', async () => {
  const directory = temporaryDirectory();
  const [program, tokens] = [join(directory, 'ask'), join(directory, 'tokens')];
  writeFileSync(program, '#!/bin/sh\ncat "$(dirname "$0")/tokens"\n');
  chmodSync(program, 0o700);
  writeFileSync(tokens, 'token-of-before');
  const clock = createManualClock();
  const command = { arguments: [program], timeoutSeconds: 300, cacheMinutes: 1440 };
  const url = await taking('token-of-now');
  const source = {
    id: lima,
    folderId: null,
    url,
    reach: 'all' as const,
    signIn: 'bearer' as const,
    user: '',
  };
  const preferences = preferencesSchema.parse({ historyFrom: [source] });
  const sources = createHistorySources({
    preferences: {
      get: () => preferences,
      edit: async () => preferences,
      set: async () => preferences,
    },
    vault: createCommandVault(() => command, clock),
    forbiddenBy: () => null,
    foldersOf: () => [],
    profileIds: () => [],
    clock,
  });
  const test = () => sources.test(lima, new AbortController().signal);
  expect(await test()).toEqual({ kind: 'failed', fault: { kind: 'unauthorized', status: 401 } });
  writeFileSync(`${tokens}.new`, 'token-of-now');
  renameSync(`${tokens}.new`, tokens);
  expect(await test()).toMatchObject({ kind: 'read' });
});
