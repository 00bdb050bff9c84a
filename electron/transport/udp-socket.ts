import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A UDP socket bound to an address; port 0 takes any. Rejects with the system's error. */
export async function bindUdp(
  family: 4 | 6,
  address: string | undefined,
  port: number,
): Promise<Socket> {
  const socket = createSocket({ type: family === 4 ? 'udp4' : 'udp6' });
  try {
    socket.bind({ port, ...(address === undefined ? {} : { address }) });
    await once(socket, 'listening');
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
  socket.connect(port, address);
  await once(socket, 'connect');
}
