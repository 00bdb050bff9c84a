import { connectClient, type SpcpClient } from '../../electron/spcp/client.ts';
import type { Target } from '../../electron/transport/transport.ts';
import type { ConnectionInfo } from '../../shared/model/proxy-state.ts';
import { type Conversation, credentials, patient, type Way } from './conversation.ts';

/** The conversation on a session of this process. */
export function converse(client: SpcpClient, connection: ConnectionInfo): Conversation {
  return {
    connection,
    async metrics() {
      const reading = await client.readMetrics();
      return {
        connections: String(reading.connections),
        transferredBytes: String(reading.transferredBytes),
        accesses: String(reading.accesses),
        implausible: reading.implausible,
      };
    },
    transformation: () => client.getTransformation(),
    setTransformation: (next) => client.setTransformation(next),
    setBufferSize: (bytes) => client.setBufferSize(bytes),
    quit: () => client.quit(),
    ended: async () => (await client.ended).reason,
  };
}

/** SCTP in UDP from the host, through the port that leads to the guest's encapsulation port. */
export function udpWay(udpPort: number): Way {
  return hostWay({ host: '127.0.0.1', transport: 'udp', udpPort });
}

/** Through the host's `ssh`, the guest's SSH server and the relay that the console starts there unless told, to its kernel's SCTP. */
export function sshWay(sshDestination: string): Way {
  return hostWay({ host: '127.0.0.1', transport: 'ssh', udpPort: 9899, sshDestination });
}

function hostWay(place: Omit<Target, 'port'>): Way {
  return {
    async connect(port, as = credentials, waiting = patient) {
      const { client, connection } = await connectClient({ ...place, port }, as, {
        ...waiting,
        together: true,
      });
      return converse(client, connection);
    },
  };
}
