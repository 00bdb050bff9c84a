import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../shared/model/change.ts';
import { someError } from '../../support/facts.ts';
import { id, setUp } from './one-proxy.ts';

describe('a change of which nobody knows what it came to', () => {
  /** One that was cut off after it was sent, and applied if `applied`. */
  async function cutOff(applied: boolean) {
    const set = setUp();
    const { setTransformation } = set.client;
    set.client.setTransformation = async (next) => {
      if (applied) set.proxy.transformation = next;
      throw someError('association-lost');
    };
    await set.changes.transformation({ id, seen: null, next: 'cat' }).catch(() => undefined);
    set.client.setTransformation = setTransformation;
    return set;
  }

  it.each([
    [true, 'verified', 'cat'],
    [false, 'not-applied', null],
  ])(
    'is found out when the proxy can be asked again (applied: %s)',
    async (applied, outcome, after) => {
      const { changes, log, announced, told } = await cutOff(applied);
      expect(log()).toMatchObject([{ outcome: 'failed' }]);
      await changes.findOut(id);
      expect(log()).toMatchObject([{ outcome, after, before: null, requested: 'cat' }]);
      expect(announced.at(-1)).toMatchObject({ outcome });
      expect(told.at(-1)).toMatchObject([{ outcome, undoable: applied }]);
      const { length } = told;
      await changes.findOut(id);
      expect(told).toHaveLength(length);
    },
  );

  it('is found out by the next change too, before that is made', async () => {
    const { changes, log } = await cutOff(true);
    await changes.transformation({ id, seen: 'cat', next: 'rev' });
    expect(log()).toMatchObject([
      { requested: 'cat', outcome: 'verified' },
      { requested: 'rev', outcome: 'verified' },
    ]);
  });

  it('stays unknown while the proxy cannot be asked', async () => {
    const { changes, client, log } = await cutOff(true);
    client.getTransformation = async () => {
      throw someError('not-connected');
    };
    await changes.findOut(id);
    expect(log()).toMatchObject([{ outcome: 'failed' }]);
  });

  it('counts the newest of several as made, where they asked for the same', async () => {
    const { changes, audit, log } = await cutOff(true);
    const [first] = log();
    if (first === undefined) throw new Error('the change was not recorded');
    audit.add(first);
    await changes.findOut(id);
    expect(log().map(({ outcome }) => outcome)).toEqual(['not-applied', 'verified']);
  });

  it('is one whose process was killed between the record and the conclusion', async () => {
    const { changes, proxy, database, audit, log, clock } = setUp();
    const begin = (setting: AuditEntry['setting'], requested: string) =>
      audit.begin({
        at: clock.wall(),
        profileId: id,
        profileName: 'Madrid',
        actor: 'ana',
        setting,
        before: null,
        requested,
        undoes: null,
        plan: null,
        shell: null,
        remote: null,
      });
    begin('transformation', 'cat');
    begin('bufferSize', '4096');
    const killed = spawnSync(process.execPath, ['-e', '']).pid;
    database.prepare('UPDATE audit SET writer = ?').run(`${hostname()} ${killed} another`);
    changes.disown();
    expect(log().map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
    proxy.transformation = 'cat';
    await changes.findOut(id);
    expect(log().map(({ outcome }) => outcome)).toEqual(['verified', 'failed']);
  });

  it('is not one that another process is still at', () => {
    const { changes, database, audit, log, clock } = setUp();
    audit.begin({
      at: clock.wall(),
      profileId: id,
      profileName: 'Madrid',
      actor: 'luis',
      setting: 'bufferSize',
      before: null,
      requested: '4096',
      undoes: null,
      plan: null,
      shell: null,
      remote: null,
    });
    database.prepare('UPDATE audit SET writer = ?').run(`${hostname()} ${process.ppid} another`);
    changes.disown();
    expect(log()).toMatchObject([{ outcome: 'begun' }]);
    clock.jumpWall(11 * 60_000);
    changes.disown();
    expect(log()).toMatchObject([{ outcome: 'failed' }]);
  });
});
