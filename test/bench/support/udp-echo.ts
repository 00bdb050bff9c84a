import { createSocket } from 'node:dgram';
import { startPeer } from './peer.ts';

/** As long as an SPCP request with its SCTP headers, bytes. */
const datagram = Buffer.alloc(36);

/** A bare echo over UDP, the floor of everything that asks and waits. */
export interface UdpEcho {
  readonly pid: number;
  /** Opens a socket that is connected to the echo. */
  connect(): Promise<UdpEchoSocket>;
  stop(): Promise<void>;
}

export interface UdpEchoSocket {
  /** One datagram there and back. */
  roundTrip(): Promise<void>;
  close(): void;
}

export async function startUdpEcho(): Promise<UdpEcho> {
  const peer = await startPeer('test/bench/peers/udp-echo.ts', [], 1);
  const port = Number(peer.lines[0]);
  return {
    pid: peer.pid,
    async connect() {
      const socket = createSocket('udp4');
      await new Promise<void>((resolve) => socket.connect(port, '127.0.0.1', resolve));
      let answered = (): void => {};
      socket.on('message', () => answered());
      return {
        roundTrip: () =>
          new Promise((resolve) => {
            answered = resolve;
            socket.send(datagram);
          }),
        close: () => socket.close(),
      };
    },
    stop: peer.stop,
  };
}
