import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { openTransport } from '../../../../electron/transport/open.ts';
import type { Target } from '../../../../electron/transport/transport.ts';
import { loginMs, runningSsh, type SshServer, startSshServer } from '../../../support/sshd.ts';

const relayScript = fileURLToPath(new URL('../../../support/relay-over-udp.ts', import.meta.url));
const ownPath = process.env.PATH;
/** Limits of a login on a machine that is busy. */
export const patient = { connectTimeoutMs: loginMs, timeoutMs: loginMs };

/** A real SSH server and a reference proxy behind it; there once the hooks of the tests around have run. */
export interface RelayRig {
  readonly ssh: SshServer;
  readonly proxy: ReferenceProxy;
  /** The way to the proxy by this command on the far side. */
  through(relayCommand: string, change?: Partial<Target>): Target;
  /** The command that leads to the proxy, which speaks SCTP in UDP. */
  toProxy(): string;
  /** What opening it throws; null where it opens. */
  failure(target: Target, signal?: AbortSignal): Promise<unknown>;
}

/** Starts both for the tests of the `describe` that this is called in, and makes the server what it was at the start before each. */
export function useRelayRig(): RelayRig {
  let ssh: SshServer;
  let proxy: ReferenceProxy;

  beforeAll(async () => {
    proxy = await startReferenceProxy({ name: 'test' });
    ssh = await startSshServer();
  });
  afterAll(() => Promise.all([proxy?.close(), ssh?.close()]));
  beforeEach(async ({ onTestFailed }) => {
    await ssh.reset();
    process.env.PATH = ssh.path;
    onTestFailed(() => console.error(ssh.log()));
  });
  afterEach(async () => {
    process.env.PATH = ownPath;
    // Nothing is left on either side, whatever became of the relay.
    await expect.poll(() => runningSsh() + ssh.connections()).toBe(0);
  });

  function through(relayCommand: string, change: Partial<Target> = {}): Target {
    return {
      transport: 'ssh',
      sshDestination: ssh.destination,
      relayCommand,
      host: '127.0.0.1',
      port: proxy.port,
      udpPort: 9899,
      ...change,
    };
  }

  function toProxy(): string {
    return `${process.execPath} --disable-warning=ExperimentalWarning ${relayScript} -d -d {host} {port} ${proxy.udpPort}`;
  }

  async function failure(target: Target, signal?: AbortSignal): Promise<unknown> {
    return openTransport(target, { ...patient, signal }).then(
      async ({ transport }) => {
        transport.abort();
        await transport.ended;
        return null;
      },
      (error: unknown) => error,
    );
  }

  return {
    get ssh() {
      return ssh;
    },
    get proxy() {
      return proxy;
    },
    through,
    toProxy,
    failure,
  };
}
