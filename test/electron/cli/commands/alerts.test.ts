import { expect, it } from 'vitest';
import { createAlertStore } from '../../../../electron/store/alerts.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import type { Alert } from '../../../../shared/model/alert.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

const id = (n: number): string => `${n}0000000-0000-4000-8000-000000000001`;

/** A data directory in which this many alerts fire. */
function filled(count: number): string {
  const directory = temporaryDirectory();
  fill(
    directory,
    Array.from({ length: count }, (_, index) => id(index + 1)),
  );
  return directory;
}

function fill(directory: string, ids: readonly string[]): void {
  const { database, close } = openDatabase(directory);
  const store = createAlertStore(database);
  for (const [index, own] of ids.entries()) {
    const n = index + 1;
    const alert: Alert = {
      id: own,
      batch: id(9),
      about: {
        kind: 'rule',
        ruleId: id(8),
        ruleName: '',
        condition: { kind: 'down', seconds: 60 },
        profileId: id(n),
        profileName: `Proxy ${n}`,
        value: null,
        usual: null,
      },
      firedAt: 1000,
      acknowledged: null,
      over: null,
    };
    store.add(alert);
  }
  close();
}

it('lists what fires, acknowledges one with a reason, and the others', async () => {
  const dir = ['--data-dir', filled(3)];
  expect((await run(['alerts', 'list', ...dir])).out).toContain('Proxy 3: Not reached');
  const one = await run(['alerts', 'ack', '2000', '--reason', 'new cable', ...dir]);
  expect(one).toMatchObject({ code: 0, out: 'Acknowledged: 1\n' });
  const listed = await run(['alerts', 'list', '--json', ...dir]);
  const { alerts } = JSON.parse(listed.out) as { alerts: Alert[] };
  const reasons = alerts.map(({ acknowledged }) => acknowledged?.reason ?? null);
  expect(reasons.toSorted()).toEqual(['new cable', null, null]);
  expect((await run(['alerts', 'ack', 'all', ...dir])).out).toBe('Acknowledged: 2\n');
  expect((await run(['alerts', 'ack', 'all', ...dir])).out).toBe('Acknowledged: 0\n');
  expect((await run(['alerts', 'list', '--past', ...dir])).out).toBe('Nothing.\n');
});

it('acknowledges none where the beginning of an id is that of several', async () => {
  const dir = ['--data-dir', filled(0)];
  const directory = dir[1] ?? '';
  fill(directory, ['aaaa0000-0000-4000-8000-000000000001', 'aaaa1000-0000-4000-8000-000000000001']);
  const both = await run(['alerts', 'ack', 'aaaa', ...dir]);
  expect(both.code).not.toBe(0);
  expect(both.err).toContain('names 2 of them');
  expect((await run(['alerts', 'ack', 'aaaa1', ...dir])).out).toBe('Acknowledged: 1\n');
});

it('refuses an alert and a rule that are not there', async () => {
  const dir = ['--data-dir', filled(1)];
  for (const args of [
    ['ack', '1'],
    ['ack', '7777'],
    ['test', 'Nights'],
  ]) {
    const { code, err } = await run(['alerts', ...args, ...dir]);
    expect(code).not.toBe(0);
    expect(err).toContain(args[1]);
  }
});

it('prints the rules that are there from the start, and what one would have fired', async () => {
  const dir = ['--data-dir', filled(0)];
  const { rules } = JSON.parse((await run(['alerts', 'rules', '--json', ...dir])).out) as {
    rules: { id: string; condition: { kind: string } }[];
  };
  expect(rules.map(({ condition }) => condition.kind)).toEqual([
    'down',
    'restarted',
    'password-refused',
    'changed-elsewhere',
    'implausible',
  ]);
  const test = (index: number) => run(['alerts', 'test', rules[index]?.id ?? '', ...dir]);
  const named = (given: string) => run(['alerts', 'test', given, ...dir]);
  expect((await named('down')).out).toBe('It would have fired nothing in the last day.\n');
  expect((await named(rules[0]?.id.slice(0, -1) ?? '')).err).toContain('names 5 of them');
  expect((await test(0)).out).toBe('It would have fired nothing in the last day.\n');
  expect((await test(4)).out).toContain('is not kept');
});
