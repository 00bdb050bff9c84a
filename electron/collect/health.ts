import { within } from '../base/within.ts';
import type { FleetCount } from '../core/fleet-count.ts';
import type { Notices } from '../core/notices.ts';
import type { HttpAnswer, HttpRoute } from '../http/http.ts';
import { type Shard, shardName } from './shard.ts';

/** What is told of a collector. */
export interface Watched {
  readonly shard: Shard;
  /** Null while another collector has the share. */
  core(): {
    count(): FleetCount;
    works(): Promise<void>;
    readonly notices: Pick<Notices, 'list'>;
  } | null;
}

/** A store that gives no answer for so long does not work. */
const patienceMs = 10_000;

/** `/healthz`: it works. `/readyz`: it has the share, and has tried to reach each of its proxies once; both with figures, and with how many notices there are, which the log has in words. */
export function healthRoutes({ shard, core }: Watched): readonly HttpRoute[] {
  let wasReady = false;
  const said = (status: number, state: string, more: object = {}): HttpAnswer => ({
    status,
    type: 'application/json',
    body: `${JSON.stringify({ status: state, shard: shardName(shard), ...more })}\n`,
  });
  return [
    {
      path: '/healthz',
      open: true,
      async answer() {
        const running = core();
        if (running === null) return said(200, 'standby');
        const works = await within(() => running.works().then(() => true), {
          ms: patienceMs,
          onTimeout: () => false,
        });
        return works ? said(200, 'alive') : said(503, 'stuck');
      },
    },
    {
      path: '/readyz',
      open: true,
      async answer() {
        const running = core();
        if (running === null) return said(503, 'standby');
        const proxies = running.count();
        const figures = { proxies, notices: running.notices.list().length };
        wasReady ||= proxies.untried === 0;
        return wasReady ? said(200, 'ready', figures) : said(503, 'starting', figures);
      },
    },
  ];
}
