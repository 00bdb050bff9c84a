import { createSocket } from 'node:dgram';

/** Sends every datagram back: the least that a request and its reply over UDP can cost on Node. Prints its port. */
const socket = createSocket('udp4');
socket.on('message', (datagram, from) => socket.send(datagram, from.port, from.address));
socket.bind(0, '127.0.0.1', () => process.stdout.write(`${socket.address().port}\n`));
process.once('SIGTERM', () => socket.close());
