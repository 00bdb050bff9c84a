import { onTestFinished } from 'vitest';
import { createChanges } from '../../../electron/change/changes.ts';
import type { SettingsClient } from '../../../electron/change/transaction.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import type { AuditEntry, AuditRow } from '../../../shared/model/change.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { usualTeeth } from '../../support/usual-teeth.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

export const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';

/** A proxy in memory, what is recorded of it, and a clock that stands still. */
export function setUp(environment: Profile['environment'] = 'development') {
  const profile = profileSchema.parse({
    id,
    name: 'Madrid',
    host: 'a.example',
    user: 'u',
    environment,
  });
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const audit = createAuditLog(database);
  const proxy = { transformation: null as string | null, bufferSize: 0, writes: 0 };
  const client: SettingsClient = {
    getTransformation: async () => proxy.transformation,
    setTransformation: async (next) => {
      proxy.writes++;
      proxy.transformation = next;
    },
    setBufferSize: async (bytes) => {
      proxy.writes++;
      proxy.bufferSize = bytes;
    },
  };
  const clock = createManualClock();
  const announced: AuditEntry[] = [];
  const elsewhere: AuditEntry[] = [];
  const told: (readonly AuditRow[])[] = [];
  const changes = createChanges({
    withClient: (_, task) => task(client),
    profileOf: (wanted) => (wanted === id ? profile : undefined),
    teethOf: usualTeeth,
    audit,
    onChanged: (entry) => announced.push(entry),
    onElsewhere: (entry) => elsewhere.push(entry),
    actor: 'ana',
    origin: { shell: 'desktop', remote: null },
    clock,
  });
  changes.listen((rows) => told.push(rows));
  const log = () => audit.list({ limit: 100 }).reverse();
  return { changes, client, proxy, log, announced, elsewhere, told, clock, audit, database };
}
