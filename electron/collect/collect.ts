import manifest from '../../package.json' with { type: 'json' };
import { speaker } from '../../shared/texts/say.ts';
import { type HeldSeat, holdSeat } from '../attach/take-seat.ts';
import { refuseBesideWindows } from '../attach/watcher.ts';
import { localeOf } from '../base/locale.ts';
import { within } from '../base/within.ts';
import { type Console, createConsole } from '../console.ts';
import { withOpenParts } from '../core/open-parts.ts';
import { pipedPassphrase } from '../core/unattended-unlock.ts';
import { openDataDirectory } from '../store/files/data-directory.ts';
import { type ConsoleLog, logFileOf } from '../support/log.ts';
import { healthRoutes } from './health.ts';
import { type Lease, takeLease } from './lease/lease.ts';
import { leaseDirectoryOf } from './lease/lease-directory.ts';
import type { Rival } from './lease/rivals.ts';
import { type Listening, startListening } from './listening.ts';
import { createNoticeLog } from './notice-log.ts';
import type { CollectOptions } from './options.ts';
import { onReload } from './reload.ts';
import { shardName, shareOf, wholeFleet } from './shard.ts';
import { standingOf, tellStanding } from './standing.ts';
import type { ServiceManager } from './systemd/notify.ts';
import { feedWatchdog } from './systemd/watchdog.ts';
import { requireUnattended } from './unattended.ts';

export interface CollectParts {
  readonly options: CollectOptions;
  /** The vault's passphrase that the environment had. */
  readonly inEnvironment: string | null;
  readonly log: ConsoleLog;
  /** Resolves when the collector is to end. */
  readonly end: Promise<void>;
  readonly manager: ServiceManager;
}

/** What the file system may take to give a share back, milliseconds; the next one sees that this process ended. */
const releaseMs = 3000;

/**
 * Watches a share of the fleet until it is to end, or has the share no more. While another collector has it, this one waits. Throws what opening
 * the data directory, the vault, the leases and the address throw, and `attach-refused` where another process watches the data directory.
 */
export async function collect(parts: CollectParts): Promise<'ended' | 'lost'> {
  const { options, log, end, manager } = parts;
  const shard = options.shard ?? wholeFleet;
  const directory = await openDataDirectory(options.dataDir);
  log.writeTo(logFileOf(directory));
  // Before a passphrase is read, and a share is taken.
  await refuseBesideWindows(directory);
  const passphrase = options.vaultPassphraseStdin
    ? await pipedPassphrase(end)
    : parts.inEnvironment;
  const leaving = new AbortController();
  const ended = end.then(() => leaving.abort(new Ended()));
  let seat: HeldSeat | null = null;
  let core: Console | null = null;
  let lease: Lease | null = null;
  let listening: Listening | null = null;
  /** What the service manager was told last; null before it was told anything. */
  let standing: () => string | null = () => null;
  const closes: (() => void)[] = [];
  const tellNotices = createNoticeLog(log, speaker(localeOf(process.env)));
  try {
    const routes = healthRoutes({ shard, core: () => core });
    listening = await startListening(options, routes, log);
    const opened = listening;
    // Also while it waits for its share: it answers meanwhile, and asks for the token.
    closes.push(
      onReload({
        parts: () => (core === null ? [opened] : [core, opened]),
        status: () => standing(),
        figures: () => figuresOf(core),
        manager,
        log,
      }),
    );
    const works = async () => core?.works();
    closes.push(feedWatchdog(manager.watchdogMs, works, manager.alive, log.fault));
    seat = await withOpenParts(
      { directory, logFault: log.fault },
      async ({ vault, managed, roles }) => {
        tellNotices([...managed.notices(), ...roles.notices()]);
        await requireUnattended(vault, passphrase, managed.notices(), log.note);
        const place = await leaseDirectoryOf(
          options.leaseDir,
          managed.get()?.file ?? null,
          directory,
        );
        tellLeaseDirectory(place, log);
        lease = await takeLease({
          directory: place.directory,
          shard,
          onWait: (rival) => {
            const waits = tellRival(rival, shardName(shard), log);
            standing = () => waits;
            // It is there to take over, which is what a service manager waits for.
            manager.ready(waits);
          },
          signal: leaving.signal,
        });
        const share = shareOf(shard);
        const one = { directory, shell: 'collect', version: manifest.version } as const;
        return holdSeat({
          ...one,
          open: () =>
            createConsole({
              ...one,
              vault,
              managed,
              roles,
              metricsAddress: listening?.metricsAddress,
              ...(share === null ? {} : { share }),
              logFault: log.fault,
              note: log.note,
              lastFaults: log.faults,
            }),
          logFault: log.fault,
        });
      },
    );
    const started = seat.core;
    core = started;
    tellNotices(started.notices.list());
    closes.push(started.notices.listen(tellNotices));
    await listening.serve(started);
    const { total } = started.count();
    log.note('the collector began', { shard: shardName(shard), proxies: total, pid: process.pid });
    closes.push(tellStanding(started, shard, manager));
    standing = () => standingOf(started, shard);
    return await untilOver(lease, ended, log);
  } catch (error) {
    if (error instanceof Ended) return 'ended';
    throw error;
  } finally {
    manager.stopping();
    for (const close of closes) close();
    await seat?.close();
    await listening?.close();
    await giveBack(lease, log);
    if (core !== null) log.note('the collector ended', { pid: process.pid });
  }
}

/** It was asked to end while it waited. */
class Ended extends Error {}

/** Of a reload. */
function figuresOf(core: Pick<Console, 'count' | 'notices'> | null): Record<string, number> {
  return core === null ? {} : { proxies: core.count().total, notices: core.notices.list().length };
}

async function untilOver(
  lease: Lease | null,
  ended: Promise<void>,
  log: ConsoleLog,
): Promise<'ended' | 'lost'> {
  const lost = lease?.lost.then((why) => {
    log.fault('the collector has its share no more, and ends', why);
    return 'lost' as const;
  });
  return Promise.race([ended.then(() => 'ended' as const), ...(lost ? [lost] : [])]);
}

async function giveBack(lease: Lease | null, log: ConsoleLog): Promise<void> {
  try {
    await within(async () => lease?.release(), { ms: releaseMs, onTimeout: () => undefined });
  } catch (error) {
    log.fault('the share could not be given back; the next collector waits for a while', error);
  }
}

function tellLeaseDirectory(
  { directory, seenBy }: Awaited<ReturnType<typeof leaseDirectoryOf>>,
  log: ConsoleLog,
): void {
  log.note(
    seenBy === 'fleet'
      ? 'leases keep other collectors that share their directory off these proxies'
      : 'no directory is shared with collectors elsewhere (--lease-dir): that none of them watches these proxies is up to you',
    { leases: directory },
  );
}

/** Returns what the service manager is told of it. */
function tellRival({ claim, name, uid }: Rival, shard: string, log: ConsoleLog): string {
  const { host = null, pid = null } = claim?.owner ?? {};
  const theirs = claim === null ? null : shardName(claim.shard);
  if (claim === null)
    log.note(
      'a lease that cannot be read may be of this share; this one waits until it is seen not to change',
      {
        shard,
        lease: name,
        uid,
      },
    );
  else
    log.note('another collector has the share; this one waits for it', {
      shard,
      theirs,
      host,
      pid,
    });
  return `Waits for share ${shard}, which ${host ?? 'another collector'} (${pid ?? '?'}) has`;
}
