import { boundSocket } from './loopback-socket.ts';

export type Towards = 'server' | 'client';

/** A UDP relay on loopback for one client. */
export interface OneClientRelay {
  /** Where the client sends to. */
  readonly port: number;
  /** Sends a datagram to an end, as if from the other. */
  send(towards: Towards, datagram: Buffer): void;
  close(): void;
}

/** Passes nothing on by itself: `onDatagram` sends what is to reach the other end. */
export async function startOneClientRelay(
  serverPort: number,
  onDatagram: (towards: Towards, datagram: Buffer) => void,
): Promise<OneClientRelay> {
  const front = await boundSocket();
  const back = await boundSocket();
  let clientPort = 0;
  front.on('message', (datagram, from) => {
    clientPort = from.port;
    onDatagram('server', datagram);
  });
  back.on('message', (datagram) => onDatagram('client', datagram));
  return {
    port: front.address().port,
    send(towards, datagram) {
      if (towards === 'server') back.send(datagram, serverPort, '127.0.0.1');
      else front.send(datagram, clientPort, '127.0.0.1');
    },
    close() {
      front.close();
      back.close();
    },
  };
}
