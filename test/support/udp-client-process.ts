import { connectUdp } from '../../electron/transport/udp/client.ts';
import type { UdpTarget } from '../../electron/transport/udp/target.ts';

/** A client in a process of its own, to be killed: connects, says so, and stays. */
const target = JSON.parse(process.env.TARGET ?? '') as UdpTarget;
await connectUdp(target, { connectTimeoutMs: 60_000 });
process.send?.('connected');
setInterval(() => {}, 1000);
