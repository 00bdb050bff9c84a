import type { Console } from '../console.ts';
import type { FleetCount } from '../core/fleet-count.ts';
import { type Shard, shardName } from './shard.ts';
import type { ServiceManager } from './systemd/notify.ts';

const everyMs = 10_000;

/** Says to the service manager that the share is watched, and how its proxies stand, again whenever that is other. Returns ending that. */
export function tellStanding(
  core: Pick<Console, 'count'>,
  shard: Shard,
  manager: Pick<ServiceManager, 'ready' | 'status'>,
): () => void {
  const say = (): string => standingOf(core, shard);
  let told = say();
  manager.ready(told);
  const timer = setInterval(() => {
    const now = say();
    if (now === told) return;
    told = now;
    manager.status(now);
  }, everyMs);
  return () => clearInterval(timer);
}

/** For `systemctl status`. */
export function standingOf(core: Pick<Console, 'count'>, shard: Shard): string {
  return `Share ${shardName(shard)}: ${inStatus(core.count())}`;
}

function inStatus({ total, ready, waiting, untried, needsAttention }: FleetCount): string {
  const more = [
    [waiting + untried, 'waited for'],
    [needsAttention, 'in need of attention'],
  ] as const;
  const parts = more.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return [`${ready} of ${total} proxies ready`, ...parts].join(', ');
}
