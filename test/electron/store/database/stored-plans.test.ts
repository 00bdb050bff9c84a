import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { migrations } from '../../../../electron/store/database/migrations.ts';
import { migrate } from '../../../../electron/store/database/schema.ts';
import { createPlanStore } from '../../../../electron/store/plans.ts';
import { lima, madrid } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const id = '6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f';

/** A step as it was written while plans said of production alone that it guards. */
const stepOf = (profileId: string, production: boolean) => ({
  profileId,
  profileName: 'Madrid',
  production,
  planned: { setting: 'transformation', next: 'rev' },
  seen: { value: 'say "production"', at: 1 },
  state: 'waiting',
  undoes: null,
  auditId: null,
  error: null,
});

it('a plan of a release that said of production alone that it guards is read, with what is guarded in it', () => {
  const directory = temporaryDirectory();
  const before = new DatabaseSync(join(directory, 'console.db'));
  const then = migrations.findIndex(
    (step) => typeof step === 'string' && step.includes('$.guarded'),
  );
  expect(then).toBeGreaterThan(0);
  migrate(before, then);
  const facts = {
    ...{ id, name: 'Backwards', createdAt: 1, actor: 'ana', setting: 'transformation' },
    ...{ undoes: null, scope: { kind: 'selection' } },
  };
  before
    .prepare('INSERT INTO plan (id, created_at, facts) VALUES (?, 1, ?)')
    .run(id, JSON.stringify({ facts, leftOut: [] }));
  const add = before.prepare(
    'INSERT INTO plan_step (plan, position, step, revision) VALUES (?, ?, ?, 1)',
  );
  const steps = [stepOf(madrid, true), stepOf(lima, false)];
  for (const [position, step] of steps.entries()) add.run(id, position, JSON.stringify(step));
  // What is damaged stays, and keeps nothing from being read.
  add.run('a damaged one', 0, '{"production": tr');
  before.close();

  const { database, notices, close } = openDatabase(directory);
  expect(notices).toEqual([]);
  const kept = createPlanStore(database).get(id);
  expect(kept?.steps.map(({ step }) => step)).toEqual(
    steps.map(({ production: guarded, ...step }) => ({ ...step, guarded })),
  );
  expect(database.prepare(`SELECT step FROM plan_step WHERE plan <> ?`).all(id)).toEqual([
    { step: '{"production": tr' },
  ]);
  close();
});
