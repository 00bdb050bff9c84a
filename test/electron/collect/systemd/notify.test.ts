import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tellServiceManager } from '../../../../electron/collect/systemd/notify.ts';
import { receiveDatagrams } from '../../../support/datagram-receiver.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';

function tell(env: NodeJS.ProcessEnv) {
  const faults: string[] = [];
  const logFault = (what: string, error: unknown) => faults.push(`${what}: ${error}`);
  return { manager: tellServiceManager({ env, pid: 7, logFault }), faults };
}

describe.runIf(process.platform === 'linux')('the service manager', () => {
  it.each([
    ['a socket of the file system', () => join(temporaryDirectory(), 'notify')],
    ['an abstract one', () => `@spcp-test-${randomUUID()}`],
  ])('is told at %s', async (_, name) => {
    const socket = name();
    const receiver = receiveDatagrams(socket);
    onTestFinished(receiver.close);
    const env = { NOTIFY_SOCKET: socket, WATCHDOG_USEC: '3000000', WATCHDOG_PID: '7', PATH: '/' };
    const { manager, faults } = tell(env);
    expect(env).toEqual({ PATH: '/' });
    expect(manager.watchdogMs).toBe(3000);
    const before = process.hrtime.bigint() / 1000n;
    manager.ready('3 proxies\nSTOPPING=1');
    manager.status('5 proxies');
    manager.reloading();
    manager.alive();
    manager.stopping();
    await expect.poll(() => receiver.received).toHaveLength(5);
    const [ready, status, reloading = '', ...rest] = receiver.received;
    expect(ready).toBe('READY=1\nSTATUS=3 proxies STOPPING=1');
    expect(status).toBe('STATUS=5 proxies');
    const usec = /^RELOADING=1\nMONOTONIC_USEC=([0-9]+)$/.exec(reloading)?.[1] ?? '';
    expect(BigInt(usec)).toBeGreaterThanOrEqual(before);
    expect(BigInt(usec)).toBeLessThanOrEqual(process.hrtime.bigint() / 1000n);
    expect(rest).toEqual(['WATCHDOG=1', 'STOPPING=1']);
    expect(faults).toEqual([]);
  });

  it('that is gone is logged once, and told again when it is back', async () => {
    const socket = join(temporaryDirectory(), 'notify');
    const { manager, faults } = tell({ NOTIFY_SOCKET: socket });
    manager.status('one');
    manager.status('two');
    expect(faults).toEqual(['the service manager cannot be told: Error: connect: ENOENT']);
    const receiver = receiveDatagrams(socket);
    onTestFinished(receiver.close);
    manager.status('three');
    await expect.poll(() => receiver.received).toEqual(['STATUS=three']);
  });

  it.each(['vsock:2:1', 'relative', `/${'x'.repeat(200)}`])(
    'whose socket is none, %s, is logged',
    (socket) => {
      const { manager, faults } = tell({ NOTIFY_SOCKET: socket, WATCHDOG_USEC: '1000' });
      manager.alive();
      expect(faults).toHaveLength(1);
      expect(manager.watchdogMs).toBeNull();
    },
  );
});

describe('without a service manager', () => {
  it('nothing is told, and nobody waits for it', () => {
    const { manager, faults } = tell({ WATCHDOG_USEC: '1000000' });
    manager.ready('');
    expect(manager.watchdogMs).toBeNull();
    expect(faults).toEqual([]);
  });

  it("whose watchdog is another process's, it is not fed", () => {
    const env = { NOTIFY_SOCKET: '/dev/null', WATCHDOG_USEC: '1000000', WATCHDOG_PID: '8' };
    expect(tell(env).manager.watchdogMs).toBeNull();
  });
});
