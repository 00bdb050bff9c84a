import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type Alert, alertSchema } from '../../shared/model/alert.ts';
import {
  type AlertRule,
  alertRuleSchema,
  type Maintenance,
  maintenanceSchema,
} from '../../shared/model/alert-rule.ts';
import { webhookUrlSchema } from '../../shared/model/webhook.ts';
import { type AlertRevision, createAlertRevision } from './alert-revision.ts';
import { type AlertTold, createAlertTold } from './alert-told.ts';
import { storing } from './database/database-access.ts';
import { readJson } from './database/read-json.ts';
import { createWebhookWaiting, type WebhookWaiting } from './webhook-waiting.ts';

/** Alerts that are over and kept, the newest. */
export const keptAlerts = 10_000;
/** Pruned in bulk, every so many that end. */
const pruneEvery = 200;

/** Entries by id, in the order in which they were added. What another release wrote and this one cannot read is passed over, and stays. */
export interface Shelf<T> {
  list(): readonly T[];
  put(entry: T): void;
  remove(id: string): void;
}

const storedWebhookSchema = z.object({ id: z.uuid(), url: webhookUrlSchema });
/** Where alerts are sent to; what is signed with lies in the vault. */
export type StoredWebhook = z.infer<typeof storedWebhookSchema>;

/** Rules of alerts, maintenance, and alerts. Methods throw `storage-full` and `storage-failed`. */
export interface AlertStore extends Pick<AlertRevision, 'ifWrittenElsewhere'> {
  readonly rules: Shelf<AlertRule>;
  readonly maintenance: Shelf<Maintenance>;
  /** One at most. */
  readonly webhook: Shelf<StoredWebhook>;
  readonly webhookWaiting: WebhookWaiting;
  readonly told: AlertTold;
  /** Those that are not over, of whichever process, oldest first. */
  open(): readonly Alert[];
  /** Those that are, the last to end first. */
  past(limit: number): readonly Alert[];
  /** Runs what adds and puts several, as a whole or not at all. */
  together<T>(task: () => T): T;
  /** Adds one that fired; where one about the same is open already, which another process may have added, that one is answered. */
  add(alert: Alert): Alert;
  /** Writes an open one as it is now. Answers false where it was over already: nothing is written then. */
  put(alert: Alert): boolean;
}

export function createAlertStore(database: DatabaseSync): AlertStore {
  const revision = createAlertRevision(database);
  const insert = database.prepare(
    'INSERT OR IGNORE INTO alert (id, subject, fired_at, over_at, alert) VALUES (?, ?, ?, ?, ?)',
  );
  const ofSubject = database.prepare(
    'SELECT alert FROM alert WHERE subject = ? AND over_at IS NULL',
  );
  const update = database.prepare(
    'UPDATE alert SET over_at = ?, alert = ? WHERE id = ? AND over_at IS NULL',
  );
  const open = database.prepare('SELECT alert FROM alert WHERE over_at IS NULL ORDER BY fired_at');
  const past = database.prepare(
    'SELECT alert FROM alert WHERE over_at IS NOT NULL ORDER BY over_at DESC, id LIMIT ?',
  );
  const prune = database.prepare(
    `DELETE FROM alert WHERE over_at < (SELECT over_at FROM alert WHERE over_at IS NOT NULL ORDER BY over_at DESC LIMIT 1 OFFSET ${keptAlerts})`,
  );
  const pruneTold = database.prepare(
    'DELETE FROM alert_told WHERE NOT EXISTS (SELECT 1 FROM alert WHERE id = alert_told.alert)',
  );
  let ended = 0;
  const read = (row: Readonly<Record<string, unknown>> | undefined): readonly Alert[] => {
    const alert = row === undefined ? null : readJson(alertSchema, String(row.alert));
    return alert === null ? [] : [alert];
  };
  return {
    rules: createShelf(database, revision, 'alert_rule', alertRuleSchema),
    maintenance: createShelf(database, revision, 'maintenance', maintenanceSchema),
    webhook: createShelf(database, revision, 'webhook', storedWebhookSchema),
    webhookWaiting: createWebhookWaiting(database),
    told: createAlertTold(database),
    ifWrittenElsewhere: revision.ifWrittenElsewhere,
    together: revision.write,
    open: () => storing(database, () => open.all().flatMap(read)),
    past: (limit) => storing(database, () => past.all(limit).flatMap(read)),
    add: (alert) =>
      revision.write(() => {
        const subject = subjectOf(alert);
        const at = Math.round(alert.firedAt);
        const { changes } = insert.run(alert.id, subject, at, null, JSON.stringify(alert));
        return Number(changes) === 1 ? alert : (read(ofSubject.get(subject))[0] ?? alert);
      }),
    put: (alert) =>
      revision.write(() => {
        const overAt = alert.over === null ? null : Math.round(alert.over.at);
        const { changes } = update.run(overAt, JSON.stringify(alert), alert.id);
        if (overAt !== null && ++ended % pruneEvery === 0) {
          prune.run();
          pruneTold.run();
        }
        return Number(changes) === 1;
      }),
  };
}

/** What an alert is about: there is one open alert for it at most. */
export function subjectOf({ about }: Pick<Alert, 'about'>): string {
  return about.kind === 'rule' ? ruleSubject(about.ruleId, about.profileId) : about.kind;
}

export function ruleSubject(ruleId: string, profileId: string): string {
  return `${ruleId} ${profileId}`;
}

function createShelf<T extends { readonly id: string }>(
  database: DatabaseSync,
  revision: AlertRevision,
  table: 'alert_rule' | 'maintenance' | 'webhook',
  schema: z.ZodType<T>,
): Shelf<T> {
  const all = database.prepare(`SELECT entry FROM ${table} ORDER BY seq`);
  const put = database.prepare(
    `INSERT INTO ${table} (id, entry) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET entry = excluded.entry`,
  );
  const remove = database.prepare(`DELETE FROM ${table} WHERE id = ?`);
  return {
    list: () =>
      storing(database, () =>
        all.all().flatMap(({ entry }) => readJson(schema, String(entry)) ?? []),
      ),
    put: (entry) => void revision.write(() => put.run(entry.id, JSON.stringify(entry))),
    remove: (id) => void revision.write(() => remove.run(id)),
  };
}
