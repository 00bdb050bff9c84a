import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A UDP socket on this machine, bound; at a port that is free unless told. */
export async function boundSocket(host = '127.0.0.1', port = 0): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(port, host);
  await once(socket, 'listening');
  return socket;
}
