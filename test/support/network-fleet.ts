import { createMonitor, type Monitor } from '../../electron/fleet/monitor.ts';
import { connectClient } from '../../electron/spcp/client.ts';
import { createReturnWatch } from '../../electron/transport/return/return-watch.ts';
import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import { type Profile, profileSchema } from '../../shared/model/profile.ts';
import type { Sample } from '../../shared/model/sample.ts';

export interface NetworkFleetOptions {
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
  /** Without it the back-off alone decides when to try again. */
  readonly watchesReturn?: boolean;
  readonly random?: () => number;
  readonly onSample?: (sample: Sample) => void;
}

/** A fleet over real UDP, as the console builds it. */
export interface NetworkFleet {
  readonly monitor: Monitor;
  /** The next time that a proxy is in a state of this kind, or at once where it is. */
  until(kind: ProxySnapshot['state']['kind'], id?: string): Promise<ProxySnapshot>;
}

export function createNetworkFleet(password: string, options: NetworkFleetOptions): NetworkFleet {
  const { timeoutMs, connectTimeoutMs, watchesReturn = true, onSample } = options;
  const monitor = createMonitor({
    open: (profile, secret, { signal, onAuthenticating }) =>
      connectClient(
        profile,
        { user: profile.user, password: secret },
        {
          signal,
          timeoutMs,
          connectTimeoutMs,
          onStage: (stage) => {
            if (stage === 'login') onAuthenticating();
          },
        },
      ),
    returns: watchesReturn ? createReturnWatch() : undefined,
    passwordOf: async () => password,
    ...(options.random ? { random: options.random } : {}),
  });
  monitor.samples.listen((samples) => {
    for (const sample of samples) onSample?.(sample);
  });
  return {
    monitor,
    until: (kind, id) =>
      new Promise((resolve) => {
        let over = false;
        const unsubscribe = monitor.frames((frame) => {
          const found = frame.proxies.find(
            (proxy) => proxy.state.kind === kind && (id === undefined || proxy.id === id),
          );
          if (found === undefined || over) return;
          over = true;
          setImmediate(() => unsubscribe());
          resolve(found);
        });
      }),
  };
}

/** A profile of the n-th proxy of a fleet in UDP on this machine. */
export function udpProfile(n: number, udpPort: number, part: Partial<Profile> = {}): Profile {
  return profileSchema.parse({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `proxy ${n}`,
    host: '127.0.0.1',
    transport: 'udp',
    udpPort,
    user: 'admin',
    pollSeconds: 0.5,
    ...part,
  });
}
