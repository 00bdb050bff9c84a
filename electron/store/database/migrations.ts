import type { DatabaseSync } from 'node:sqlite';
import { chainEntries, firstAuditColumns } from '../logs/audit-chain.ts';
import { daysOfHours } from './days-of-hours.ts';
import { firstAlertRules } from './first-alert-rules.ts';
import { readingsInBlocks } from './readings-in-blocks.ts';

/** "SPCP", as SQLite keeps it in the header of a file: what has another one is somebody else's. Release 0.1 set none. */
export const applicationId = 0x53504350;

/** Those that version 0.1 kept. */
const firstMetrics = ['connections', 'bytes', 'accesses'];

/** Statements, or what takes more than those. */
type Migration = string | ((database: DatabaseSync) => void);

/**
 * The steps from one version of `console.db` (PRAGMA user_version) to the next, the first from an empty file. A released step is never
 * edited: a change is a further step.
 *
 * `proxy` gives each profile a small number for the rows of its history. New readings are appended to `recent`, a row for each batch and each part
 * of some dozens of proxies; part by part they become blocks of one proxy in `raw_block`, and are added to rows of `minute`, `hour` and `day`, which
 * are clustered by proxy, so that a range of one proxy lies together. Counters are not in the history:
 * its readers want rates. Times are epoch milliseconds; those of `minute`, `hour` and `day` (of UTC) are the beginning of it.
 */
export const migrations: readonly Migration[] = [
  `
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    profile_id TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    actor TEXT NOT NULL,
    setting TEXT NOT NULL,
    before TEXT,
    requested TEXT,
    after TEXT,
    outcome TEXT NOT NULL,
    undoes INTEGER
  ) STRICT;
  CREATE INDEX audit_of_profile ON audit (profile_id, id);
  CREATE INDEX audit_in_time ON audit (profile_id, at);

  CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    profile_id TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_of_profile ON event (profile_id, id);

  CREATE TABLE proxy (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE recent (
    part INTEGER NOT NULL,
    at INTEGER NOT NULL,
    proxy INTEGER NOT NULL,
    connections REAL,
    bytes REAL,
    accesses REAL,
    fresh INTEGER NOT NULL,
    PRIMARY KEY (part, at, proxy)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE raw (
    proxy INTEGER NOT NULL,
    at INTEGER NOT NULL,
    connections REAL,
    bytes REAL,
    accesses REAL,
    fresh INTEGER NOT NULL,
    PRIMARY KEY (proxy, at)
  ) STRICT, WITHOUT ROWID;

  ${['minute', 'hour'].map((level) => rollUpTable(level, firstMetrics)).join('\n')}

  CREATE TABLE restart (
    proxy INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (proxy, at)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE kept (
    level TEXT PRIMARY KEY,
    since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `PRAGMA application_id = ${applicationId};`,
  // SQLite reads the whole of a strict table for each column that is added to it, which takes minutes with a large history: what was kept
  // stays as it is, and goes with its retention.
  `
  ALTER TABLE recent ADD COLUMN round_trip REAL;
  ALTER TABLE recent ADD COLUMN missed REAL;

  ALTER TABLE raw RENAME TO old_raw;
  ALTER TABLE minute RENAME TO old_minute;
  ALTER TABLE hour RENAME TO old_hour;

  CREATE TABLE raw (
    proxy INTEGER NOT NULL,
    at INTEGER NOT NULL,
    connections REAL,
    bytes REAL,
    accesses REAL,
    round_trip REAL,
    missed REAL,
    fresh INTEGER NOT NULL,
    PRIMARY KEY (proxy, at)
  ) STRICT, WITHOUT ROWID;

  ${['minute', 'hour'].map((level) => rollUpTable(level, [...firstMetrics, 'round_trip', 'missed'])).join('\n')}
  `,
  `
  CREATE TABLE last_known (
    profile_id TEXT PRIMARY KEY,
    known TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // `writer`: the process that began an entry, where it may still be at it. `audit_record` is what is only ever added to, each with the hash
  // of the one before; `audit` is what it comes to.
  (database) => {
    database.exec(`
    ALTER TABLE audit ADD COLUMN writer TEXT;
    ALTER TABLE audit ADD COLUMN plan TEXT;
    CREATE INDEX audit_of_plan ON audit (plan, profile_id) WHERE plan IS NOT NULL;
    CREATE INDEX audit_unsettled ON audit (profile_id) WHERE outcome IN ('begun', 'failed');
    CREATE TABLE audit_record (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      entry INTEGER NOT NULL,
      body TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE plan (
      id TEXT PRIMARY KEY,
      created_at INTEGER NOT NULL,
      facts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE plan_step (
      plan TEXT NOT NULL,
      position INTEGER NOT NULL,
      step TEXT NOT NULL,
      PRIMARY KEY (plan, position)
    ) STRICT, WITHOUT ROWID;
    `);
    chainEntries(database, 'kept', firstAuditColumns);
  },
  // `writer`: the process that has a step under way. `revision` tells other processes what is new; `plan_work` who is at a plan, and whether that
  // one is asked to stop.
  `
  ALTER TABLE plan_step ADD COLUMN writer TEXT;
  ALTER TABLE plan_step ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX plan_step_revision ON plan_step (revision);
  CREATE TABLE plan_revision (last INTEGER NOT NULL) STRICT;
  INSERT INTO plan_revision VALUES (0);
  CREATE TABLE plan_work (
    plan TEXT NOT NULL,
    writer TEXT NOT NULL,
    busy TEXT NOT NULL,
    stop INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (plan, writer)
  ) STRICT, WITHOUT ROWID;
  `,
  // `decision`: of a user whose console is not the one that watches it.
  `
  CREATE TABLE canary (
    plan TEXT PRIMARY KEY,
    over INTEGER NOT NULL,
    writer TEXT NOT NULL,
    state TEXT NOT NULL,
    decision TEXT
  ) STRICT, WITHOUT ROWID;
  `,
  // `shell` and `remote`: from where a change was made. `drift`: since when what is in force is not what is intended.
  `
  ALTER TABLE audit ADD COLUMN shell TEXT;
  ALTER TABLE audit ADD COLUMN remote TEXT;
  CREATE INDEX event_elsewhere ON event (profile_id, at) WHERE kind = 'changed-elsewhere';
  CREATE TABLE drift (
    profile_id TEXT NOT NULL,
    setting TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (profile_id, setting)
  ) STRICT, WITHOUT ROWID;
  `,
  // `removed_at`: it can be brought back for a while.
  `
  CREATE TABLE saved_command (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE command_version (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    command TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    text TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX version_of_command ON command_version (command, seq);
  `,
  // Of what an alert is about (`subject`) one is open at most, whichever process saw it.
  `
  CREATE TABLE alert_rule (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    entry TEXT NOT NULL
  ) STRICT;
  CREATE TABLE maintenance (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    entry TEXT NOT NULL
  ) STRICT;
  CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    fired_at INTEGER NOT NULL,
    over_at INTEGER,
    alert TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX alert_open ON alert (subject) WHERE over_at IS NULL;
  CREATE INDEX alert_past ON alert (over_at) WHERE over_at IS NOT NULL;
  ${firstAlertRules}
  `,
  // What was moved since a proxy is watched, spliced over its restarts: at the first reading (`read_at`) of each step (`at`), and last with the
  // counters themselves, as text since they have no sign. `watched`: milliseconds of it without gaps.
  `
  ${['minute', 'hour'].map(countedTable).join('\n')}
  CREATE TABLE counted_last (
    proxy INTEGER PRIMARY KEY,
    read_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    accesses INTEGER NOT NULL,
    watched INTEGER NOT NULL,
    counter_bytes TEXT NOT NULL,
    counter_accesses TEXT NOT NULL,
    epoch TEXT NOT NULL,
    epoch_at INTEGER NOT NULL
  ) STRICT;
  `,
  // `deed`: who applied, approved or stopped a plan, or that it ended.
  `
  CREATE TABLE plan_deed (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    plan TEXT NOT NULL,
    deed TEXT NOT NULL
  ) STRICT;
  CREATE INDEX deed_of_plan ON plan_deed (plan, seq);
  `,
  // A step of a plan says of any class that it guards its proxies, and not of production alone.
  `
  UPDATE plan_step SET step = json_remove(
    json_set(step, '$.guarded', json(iif(json_extract(step, '$.production'), 'true', 'false'))), '$.production'
  ) WHERE iif(json_valid(step), json_type(step, '$.production') IS NOT NULL, 0);
  `,
  `
  CREATE TABLE webhook (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    entry TEXT NOT NULL
  ) STRICT;
  `,
  // Of which alerts whom was told, by whichever process. What was open was told, as far as is known.
  `
  CREATE TABLE alert_told (
    alert TEXT NOT NULL,
    audience TEXT NOT NULL,
    news TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (alert, audience, news)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO alert_told
    SELECT alert.id, value, 'fired', fired_at FROM alert, json_each('["people", "webhook"]') WHERE over_at IS NULL;
  `,
  // Another with each write of rules, maintenance, alerts or the webhook.
  `
  CREATE TABLE alert_revision (last INTEGER NOT NULL) STRICT;
  INSERT INTO alert_revision VALUES (0);
  `,
  // What waited to be sent when an app ended.
  `
  CREATE TABLE webhook_waiting (seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL) STRICT;
  `,
  // The days of what was kept are those of its hours: of 200 proxies and two years a matter of seconds. `recent` is in neither of them yet.
  `
  ${rollUpTable('day', [...firstMetrics, 'round_trip', 'missed'])}
  ${daysOfHours}
  ${countedTable('day')}
  INSERT OR IGNORE INTO counted_day
    SELECT proxy, at - at % 86400000, read_at, bytes, accesses, watched FROM counted_hour ORDER BY proxy, at;
  INSERT INTO kept SELECT 'dropped', since + 6 * 3600000 FROM kept WHERE level = 'raw' AND since > 0;
  `,
  // The events of some kinds, and those of a span of time.
  `
  CREATE INDEX event_of_kind ON event (kind, id);
  CREATE INDEX event_in_time ON event (at);
  `,
  // When a console ran, epoch milliseconds.
  `
  CREATE TABLE console_run (from_at INTEGER PRIMARY KEY, to_at INTEGER NOT NULL) STRICT;
  `,
  readingsInBlocks,
];

function countedTable(level: string): string {
  return `CREATE TABLE counted_${level} (
    proxy INTEGER NOT NULL,
    at INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    accesses INTEGER NOT NULL,
    watched INTEGER NOT NULL,
    PRIMARY KEY (proxy, at)
  ) STRICT, WITHOUT ROWID;`;
}

/** Sums and counts rather than means: they add up. `last_at` is the time of the last value of all metrics. */
function rollUpTable(level: string, metrics: readonly string[]): string {
  const columns = metrics.map(
    (metric) =>
      `${metric}_count INTEGER NOT NULL, ${metric}_sum REAL NOT NULL, ${metric}_min REAL, ${metric}_max REAL, ${metric}_last REAL,`,
  );
  return `CREATE TABLE ${level} (
    proxy INTEGER NOT NULL,
    at INTEGER NOT NULL,
    ${columns.join('\n    ')}
    last_at INTEGER NOT NULL,
    fresh INTEGER NOT NULL,
    PRIMARY KEY (proxy, at)
  ) STRICT, WITHOUT ROWID;`;
}
