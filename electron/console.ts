import type { Alerts } from './alerts/alerts.ts';
import { createAlertsPart } from './assembly/alerts-part.ts';
import { createAssociationsPart } from './assembly/associations-part.ts';
import { createChangesPart } from './assembly/changes-part.ts';
import type { ConsoleParts } from './assembly/console-parts.ts';
import { createDriftPart } from './assembly/drift-part.ts';
import { createExportPart } from './assembly/export-part.ts';
import { createFleetPart } from './assembly/fleet-part.ts';
import { createOrdainedPart } from './assembly/ordained-part.ts';
import { createPlanning } from './assembly/planning.ts';
import { followRoster } from './assembly/roster-follower.ts';
import { createRouting } from './assembly/routing.ts';
import { openStores } from './assembly/stores.ts';
import { serveTeam } from './attach/team-socket.ts';
import { systemClock } from './base/clock.ts';
import { type Opened, openWhole } from './base/open-whole.ts';
import { rereadAll } from './base/reread-all.ts';
import { type Attention, createAttention } from './core/attention.ts';
import { watchDirectory } from './core/directory-watch.ts';
import { countFleet, type FleetCount } from './core/fleet-count.ts';
import { createNotices, type Notices } from './core/notices.ts';
import { followOtherWriters } from './core/other-writers.ts';
import { createRoster } from './core/roster/roster.ts';
import { followVault } from './core/vault-follower.ts';
import { createVisibility } from './core/visibility.ts';
import { createDemoFleet } from './demo/demo-fleet.ts';
import type { Exporter } from './export/exporter.ts';
import { createMetricsService } from './export/service/metrics-service.ts';
import type { Router } from './ipc/router.ts';
import { setSecretsApart } from './store/secrets/apart.ts';

/** The core of the app, the same in every shell. */
export interface Console {
  readonly router: Router;
  /** Begins to count what Prometheus is to be told; it ends with the console at the latest. */
  startExport(): Promise<Exporter>;
  /** Starts the embedded demo fleet, as the call `demo.start` does. */
  startDemo(): Promise<void>;
  /** What people are to be told of alerts. */
  readonly alertNews: Alerts['news'];
  /** Once the app ends: an update that is ready takes its place. */
  installUpdate(): void;
  /** What is told of the fleet where nobody looks at a window. */
  readonly attention: Pick<Attention, 'now' | 'changes'>;
  /** What whoever runs it is to be told. */
  readonly notices: Pick<Notices, 'list' | 'listen' | 'holds' | 'ends'>;
  /** How its proxies stand. */
  count(): FleetCount;
  /** Resolves when the store has answered a question: so it works, and does not only run. */
  works(): Promise<void>;
  /**
   * Reads what administrators ordain, roles, profiles, preferences, and what metrics are served with as their files say them now, each whatever comes of
   * the others. Resolves with whether all could be; what could not is logged.
   */
  reread(): Promise<boolean>;
  /** After a sleep or a change of network: every proxy that waits is tried now. */
  probe(): void;
  /** The machine sleeps, or its user left it: a passphrase vault is locked. */
  lockVault(): void;
  /** Ends every session in order, then the demo fleet, then the stores; in bounded time. */
  close(): Promise<void>;
}

/**
 * Builds the core from its parts. Throws `storage-failed` and `storage-full` where the data directory cannot be used; nothing is left open then but
 * what it was given.
 */
export function createConsole(parts: ConsoleParts): Promise<Console> {
  return openWhole((opened) => assemble(parts, opened), parts.logFault);
}

async function assemble(parts: ConsoleParts, opened: Opened): Promise<Console> {
  const { directory, vault, shell, logFault } = parts;
  const notices = createNotices(Date.now);
  const stores = await openStores(directory, vault, notices, logFault, opened);
  const { profiles, database, history, audit } = stores;
  const { managed, roles, preferences, updates } = createOrdainedPart({
    parts,
    opened,
    stores,
    notices,
  });
  const endDirectoryWatch = watchDirectory(directory, notices);
  opened(endDirectoryWatch);

  await vault.adopt(profiles.list()).catch((error: unknown) => {
    logFault('saved passwords could not be bound to the places of their profiles', error);
  });
  await setSecretsApart({
    vault,
    sourceIds: preferences.get().historyFrom.map(({ id }) => id),
    books: [profiles.book(), managed.shelf.book()],
    logFault,
  });
  const roster = createRoster({
    profiles,
    vault,
    managed,
    share: parts.share,
    requireDeed: (touched, typed) => changes.locks.requireDeed(touched, typed),
    logFault,
  });
  // Before anything connects: what a killed console of this directory left at a proxy must not lie beside a new one.
  const associations = await createAssociationsPart({
    opened,
    directory,
    places: roster.list(),
    logFault,
    note: parts.note,
  });
  const { monitor, recorder, lastKnown } = createFleetPart({
    opened,
    stores,
    roster,
    preferences,
    notices,
    follow: associations.follow,
    onComplete() {
      drift.look();
      alerts.dirty();
    },
    logFault,
  });
  const drift = createDriftPart({ opened, stores, roster, monitor, recorder });
  const {
    alerts,
    webhook,
    follow: followAlerts,
  } = createAlertsPart({ opened, stores, roster, monitor, recorder, vault, managed, logFault });
  const visibility = createVisibility((visible) => {
    monitor.setVisible(visible);
    recorder.setVisible(visible);
    otherWriters.setVisible(visible);
  });
  const attention = createAttention({
    fleet: monitor.inFleet,
    paused: () => new Set(preferences.get().paused),
    alerts: alerts.open,
    changes: [
      monitor.transitions.listen,
      alerts.changes.listen,
      preferences.onChange,
      roster.listen,
    ],
  });
  opened(attention.close);
  const changes = createChangesPart({ opened, shell, stores, roster, monitor, recorder, drift });
  const planning = { opened, stores, roster, monitor, changes, recorder, logFault };
  const { plans, canaries } = createPlanning(planning);
  /** What cannot be forgotten goes with the history's retention, and keeps nothing from ending. */
  const forgetHistory = async (ids: readonly string[]): Promise<void> => {
    try {
      for (const id of ids) {
        await history.forget(id);
        lastKnown.forget(id);
      }
    } catch (error) {
      logFault('the history of removed profiles could not be forgotten', error);
    }
  };
  const demo = createDemoFleet({
    add: roster.addDemo,
    clear: async () => forgetHistory(await roster.clearDemo()),
    log: (line) => logFault('the demo fleet', line),
  });
  opened(demo.stop);
  const exporting = createExportPart({
    version: parts.version,
    shell: parts.shell,
    monitor,
    classes: roster.classes,
    profiles: () => roster.list().length,
    alerts: alerts.open,
    storeQueue: stores.waiting,
    notices: notices.list,
  });
  const metrics = createMetricsService({
    preferences,
    vault: parts.vault,
    managed,
    startExport: exporting.start,
    byOptions: parts.metricsAddress ?? null,
    clock: systemClock,
    logFault,
  });
  opened(() => void metrics.close());
  const routing = createRouting({
    parts,
    opened,
    stores,
    roster,
    monitor,
    recorder,
    notices,
    managed,
    preferences,
    updates,
    alerts,
    webhook,
    metrics,
    drift,
    changes,
    plans,
    canaries,
    demo,
    visibility,
  });

  const editsElsewhere = followRoster({ opened, shell, roster, monitor, changes, recorder });
  followVault(vault, roster, monitor, notices);
  parts.managed?.onChange(vault.settle);
  monitor.transitions.listen(({ id, to }) => {
    if (to.kind === 'ready') void changes.findOut(id);
  });
  const otherWriters = followOtherWriters({
    database: database.database,
    audit,
    events: stores.events,
    onEntries: changes.tellOf,
    onEvents: recorder.heard,
    onChange: followAlerts,
    disown: changes.disown,
    plans,
    logFault,
    clock: systemClock,
  });
  opened(otherWriters.end);
  monitor.setProfiles(roster.list());

  metrics.start();
  const endTeam = serveTeam({
    roles,
    router: routing.router,
    version: parts.version,
    notices,
    logFault,
  });
  opened(() => void endTeam());

  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await metrics.close();
    exporting.close();
    updates.close();
    await endTeam();
    routing.close();
    canaries.close();
    const plansEnded = plans.close();
    changes.locks.close();
    drift.close();
    alerts.close();
    webhook.close();
    lastKnown.close();
    otherWriters.end();
    attention.close();
    await monitor.close();
    await associations.close();
    await plansEnded;
    editsElsewhere.close();
    recorder.close();
    endDirectoryWatch();
    await demo.stop();
    stores.closeDocuments();
    managed.close();
    parts.managed?.close();
    roles.close();
    try {
      await forgetHistory(await roster.forgetRemoved());
    } catch (error) {
      logFault('the passwords of removed profiles could not be forgotten', error);
    }
    vault.close();
    await stores.closeDatabase();
  };
  return {
    router: routing.router,
    startExport: exporting.start,
    async startDemo() {
      await demo.start();
    },
    alertNews: alerts.news,
    installUpdate: updates.atQuit,
    attention,
    notices,
    count: () => countFleet(roster.list(), monitor.settings()),
    works: async () => void (await stores.alertReads.knownSince()),
    reread: () =>
      rereadAll(
        [
          async () => parts.managed?.reread(),
          async () => parts.roles?.reread(),
          () => profiles.changeBook((book) => book),
          stores.preferences.reread,
          metrics.reread,
        ],
        logFault,
      ),
    probe: monitor.probe,
    lockVault: vault.lock,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
