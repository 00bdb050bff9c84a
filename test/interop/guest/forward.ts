import { createSocket, type Socket } from 'node:dgram';

/**
 * Runs inside the guest: hands UDP datagrams from its network card to the encapsulation port of its loopback, since the reference proxy
 * listens on loopback only. Arguments: the port to listen on, the port to hand to.
 */
const [from, to] = process.argv.slice(2).map(Number);
const listener = createSocket('udp4');
const inside = new Map<string, Socket>();

listener.on('message', (datagram, { address, port }) => {
  const key = `${address}|${port}`;
  let socket = inside.get(key);
  if (socket === undefined) {
    socket = createSocket('udp4');
    socket.on('message', (answer) => listener.send(answer, port, address));
    inside.set(key, socket);
  }
  socket.send(datagram, to, '127.0.0.1');
});
listener.bind(from, '0.0.0.0', () => process.stdout.write('forwarding\n'));
