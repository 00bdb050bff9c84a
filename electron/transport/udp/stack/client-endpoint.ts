import { EventEmitter } from 'node:events';
import defs from 'sctp/lib/defs.js';
import { Endpoint, inboundStreams, silent } from './sctp-library.ts';

/** Streams that are asked for; SPCP needs one. */
const outboundStreams = 2;

/**
 * An endpoint of the library for one association that this side sets up. Its own constructor makes for each what answers others that connect: a secret
 * for cookies, with a timer that renews it every five minutes, and four loggers. A client makes no cookies, and a fleet has thousands.
 */
export function clientEndpoint(localPort: number): Endpoint {
  // Of the library's class, and made by that of its parent alone.
  const endpoint = Reflect.construct(EventEmitter, [], Endpoint) as Endpoint;
  Object.assign(endpoint, {
    localPort,
    a_rwnd: defs.NET_SCTP.RWND,
    MIS: inboundStreams,
    OS: outboundStreams,
    associations_lookup: {},
    associations: [],
    debugger: silent,
  });
  endpoint.on('packet', endpoint.onPacket);
  return endpoint;
}
