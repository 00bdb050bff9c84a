import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { receiveDatagrams } from '../../support/datagram-receiver.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { passphrase, startCollector, startFleet } from './rig.ts';

it.runIf(process.platform === 'linux')(
  'a collector tells its service manager when it is ready, that it lives, reads its files anew, and ends',
  async () => {
    const { directory } = await startFleet(1);
    const socket = join(temporaryDirectory(), 'notify');
    const manager = receiveDatagrams(socket);
    onTestFinished(manager.close);
    const collector = startCollector(directory, [], {
      SPCP_VAULT_PASSPHRASE: passphrase,
      NOTIFY_SOCKET: socket,
      WATCHDOG_USEC: '400000',
    });
    await collector.ready();
    const told = (): string => manager.received.join('\n');
    await expect.poll(told).toMatch(/^READY=1\nSTATUS=Share 1\/1: [01] of 1 proxies ready/m);
    const fed = (): number => manager.received.filter((each) => each === 'WATCHDOG=1').length;
    const before = fed();
    await expect.poll(fed).toBeGreaterThan(before + 2);
    collector.child.kill('SIGHUP');
    await expect.poll(told).toMatch(/RELOADING=1\nMONOTONIC_USEC=\d+\n(?:.+\n)*READY=1/);
    // One that is stopped feeds nobody: the manager would start it anew.
    collector.child.kill('SIGSTOP');
    await expect.poll(async () => (await still(fed)) && (await still(fed))).toBe(true);
    collector.child.kill('SIGCONT');
    const stopped = fed();
    await expect.poll(fed).toBeGreaterThan(stopped);
    collector.child.kill('SIGTERM');
    expect(await collector.ended).toBe(0);
    await expect.poll(told).toContain('STOPPING=1');
  },
);

/** Whether nothing came in the time of several feeds. */
async function still(count: () => number): Promise<boolean> {
  const before = count();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return count() === before;
}
