/** SCTP in UDP (RFC 6951): the client's side, and for the reference proxy the side of the server. */
export { connectUdp } from './client.ts';
export { listenUdp } from './server.ts';
