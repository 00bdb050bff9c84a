import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freeTcpPort, freeUdpPort, ownPorts } from '../support/free-port.ts';
import { missingForSsh } from '../support/sshd.ts';
import { runSshd, stopSshd } from '../support/sshd-process.ts';
import { whySkipped } from '../support/why-skipped.ts';

const missing = missingForSsh();

describe('a port that a test chooses', () => {
  const some = (first: number, pid: number) => {
    const ports = ownPorts(first, pid);
    return Array.from({ length: 32 }, () => ports.next().value);
  };

  it('is none that the system gives to whoever asks for any, and none of another process', () => {
    const chosen = Array.from({ length: 400 }, (_, n) => some(32_768, 4_194_000 + n)).flat();
    expect(new Set(chosen).size).toBe(chosen.length);
    expect(Math.min(...chosen)).toBeGreaterThanOrEqual(1024);
    expect(Math.max(...chosen)).toBeLessThan(32_768);
    // Where the system gives nearly all of them.
    expect(Math.min(...some(1024, 1), ...some(16_000, 511))).toBeGreaterThanOrEqual(1024);
    expect(Math.max(...some(1024, 511), ...some(60_000, 511))).toBeLessThan(65_536);
  });

  it('is another each time', async () => {
    const tcp = [await freeTcpPort(), await freeTcpPort()];
    const udp = [await freeUdpPort(), await freeUdpPort()];
    expect(new Set([...tcp, ...udp]).size).toBe(4);
  });
});

describe.skipIf(missing !== null)(`the SSH server of the tests${whySkipped(missing)}`, () => {
  it('is not taken for started where something else answers at its port', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'spcp-taken-'));
    const at = (name: string): string => join(directory, name);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at('host')]);
    const other = createServer((socket) => socket.end('+OK another\r\n')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const options = { at, hostKey: 'host', lines: [], onLine: () => undefined };
    expect(await runSshd({ ...options, port: address.port })).toBe(null);
    await expect(
      runSshd({ ...options, port: await freeTcpPort(), lines: ['NoSuchWord yes'] }),
    ).rejects.toThrow('NoSuchWord');
    const server = await runSshd({ ...options, port: await freeTcpPort() });
    expect(server).not.toBe(null);
    if (server !== null) await stopSshd(server);
    other.close();
    await rm(directory, { recursive: true });
  });
});
