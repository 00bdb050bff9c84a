import { freeTcpPort, freeUdpPort } from '../support/free-port.ts';
import type { Way } from './conversation.ts';
import { compileAhead } from './guest/compile-ahead.ts';
import { bootGuest, type Guest } from './guest/guest.ts';
import type { GuestTools } from './guest/image.ts';
import { guestSshPort, startGuestSshServer } from './guest-sshd.ts';
import { openGuestWays } from './guest-way.ts';
import { sshWay, udpWay } from './host-way.ts';
import type { GuestServer, ServerKind } from './servers.ts';

/** How long the guest may take for one test, milliseconds: it is emulated, and other work may slow it. */
export const guestTimeout = 1_800_000;

export type WayName = 'udp' | 'kernel' | 'auto' | 'ssh';

/** A booted guest and the ways to the one server that runs there. */
export interface Lab {
  readonly guest: Guest;
  /** Starts a server on an SCTP port that none had before. */
  serve(kind: ServerKind): Promise<GuestServer>;
  /** Kills the server, if one runs. */
  endServer(): Promise<void>;
  way(name: WayName, kind: ServerKind): Way;
  /** Of the host: leads to the guest's encapsulation port, and so to every server that is not on loopback only. */
  readonly udpPort: number;
  close(): Promise<void>;
}

const encapsulationPort = 9899;
const forwardedPort = 9898;

/** Boots the guest and opens the ways to it. The user's `ssh` of this process is set up for it until `close`. */
export async function openLab(tools: Exclude<GuestTools, { missing: string }>): Promise<Lab> {
  compileAhead([
    ['electron/cli.ts', '--help'],
    ['electron/reference-proxy/run.ts', '--help'],
    // Without input it ends.
    ['test/interop/guest/client.ts'],
  ]);
  const [direct, forwarded] = [await freeUdpPort(), await freeUdpPort()];
  const ssh = await freeTcpPort();
  const guest = await bootGuest(tools, [
    { protocol: 'udp', hostPort: direct, guestPort: encapsulationPort },
    { protocol: 'udp', hostPort: forwarded, guestPort: forwardedPort },
    { protocol: 'tcp', hostPort: ssh, guestPort: guestSshPort },
  ]);
  const ports = [String(forwardedPort), String(encapsulationPort)];
  await guest.node('test/interop/guest/forward.ts', ports).line(/^forwarding$/);
  const inside = openGuestWays(guest);
  const sshServer = await startGuestSshServer(guest, ssh);
  const ownPath = process.env.PATH;
  process.env.PATH = sshServer.path;
  let running: GuestServer | undefined;
  let nextPort = 9100;
  return {
    guest,
    udpPort: direct,
    async serve(kind) {
      running = await kind.start(guest, nextPort++);
      return running;
    },
    async endServer() {
      running?.program.signal('SIGCONT');
      running?.program.signal('SIGKILL');
      await running?.program.exit;
      running = undefined;
    },
    way(name, { loopbackOnly }) {
      switch (name) {
        case 'udp':
          return udpWay(loopbackOnly ? forwarded : direct);
        case 'ssh':
          return sshWay(sshServer.destination);
        default:
          return inside.way(name);
      }
    },
    async close() {
      process.env.PATH = ownPath;
      await inside.stop();
      await sshServer.stop();
      await guest.stop();
    },
  };
}
