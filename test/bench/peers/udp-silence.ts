import { createSocket } from 'node:dgram';

/** Takes datagrams and answers none: a host whose firewall drops them. Prints its port. */
const socket = createSocket('udp4');
socket.bind(0, '127.0.0.1', () => process.stdout.write(`${socket.address().port}\n`));
process.once('SIGTERM', () => socket.close());
