import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startMeter } from '../support/measure.ts';

/**
 * Loaded before a peer's own program (`--import`), so that what is measured can be told from what its peer did to it: on any message from
 * the benchmark it answers what the peer used since the message before.
 */
const stalls = monitorEventLoopDelay({ resolution: 10 });
stalls.enable();
let used = startMeter();
process.on('message', () => {
  process.send?.({ ...used(), longestWaitMs: stalls.max / 1e6 });
  stalls.reset();
  used = startMeter();
});
// Whoever started it is gone, and could not tell.
process.on('disconnect', () => process.exit());
// The listener must not keep a program that is done.
process.channel?.unref();
