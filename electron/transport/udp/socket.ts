import { createSocket, type Socket, type SocketOptions } from 'node:dgram';
import { lookup as lookupName } from 'node:dns';
import { once } from 'node:events';
import { isIP } from 'node:net';

/** An address needs no looking up; the system's way puts each datagram off by a turn even so. */
const lookup: NonNullable<SocketOptions['lookup']> = (host, options, callback) => {
  const kind = isIP(host);
  if (kind === 0) lookupName(host, options, callback);
  else callback(null, host, kind);
};

/** A UDP socket bound to an address; port 0 takes any. Rejects with the system's error. */
export async function bindUdp(
  family: 4 | 6,
  address: string | undefined,
  port: number,
): Promise<Socket> {
  const socket = createSocket({ type: family === 4 ? 'udp4' : 'udp6', lookup });
  try {
    // Without a look-up to wait for, the event comes before the call returns.
    const listening = once(socket, 'listening');
    socket.bind({ port, ...(address === undefined ? {} : { address }) });
    await listening;
    return socket;
  } catch (error) {
    socket.close();
    throw error;
  }
}

/** Takes datagrams from one peer only: the system drops all others, and tells when the peer's port is closed. */
export async function connectUdpSocket(
  socket: Socket,
  address: string,
  port: number,
): Promise<void> {
  const connected = once(socket, 'connect');
  socket.connect(port, address);
  await connected;
}
