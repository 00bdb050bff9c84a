import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { expect, it } from 'vitest';
import { usualPreferences } from '../../../shared/model/usual-preferences.ts';
import { freeTcpPort } from '../../support/free-port.ts';
import { type SelfSigned, selfSigned } from '../../support/self-signed.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { startShell } from './shells.ts';

/** Whether who listens there shows this certificate. */
async function shows(port: number, { cert }: SelfSigned): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port, ca: cert });
  const told = Promise.withResolvers<boolean>();
  socket.once('secureConnect', () => told.resolve(true));
  socket.once('error', () => told.resolve(false));
  const isShown = await told.promise;
  socket.destroy();
  if (!socket.closed) await once(socket, 'close');
  return isShown;
}

it('a certificate of the metrics that Settings serve is read anew on SIGUSR2', async () => {
  const directory = temporaryDirectory();
  const at = (name: string): string => join(directory, name);
  const put = ({ cert, key }: SelfSigned): void => {
    writeFileSync(at('cert.pem'), cert);
    writeFileSync(at('key.pem'), key, { mode: 0o600 });
  };
  const [before, after] = [selfSigned(), selfSigned()];
  put(before);
  const { call, child } = await startShell(directory);
  const port = await freeTcpPort();
  const files = { cert: at('cert.pem'), key: at('key.pem') };
  const settings = { ...usualPreferences.metrics, on: true, port, ...files };
  await call('metrics.save', { settings, token: null });
  await expect.poll(() => shows(port, before)).toBe(true);
  expect(await shows(port, after)).toBe(false);
  put(after);
  child.kill('SIGUSR2');
  await expect.poll(() => shows(port, after)).toBe(true);
});
