import { describe, expect, it } from 'vitest';
import { ownWindow } from '../../../electron/core/actor.ts';
import type { Handlers, Sources } from '../../../electron/ipc/parts.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { calls, topics } from '../../../shared/ipc/contract.ts';
import type { ServerMessage } from '../../../shared/ipc/wire.ts';
import type { Asker } from '../../../shared/model/caller.ts';
import { type Role, roles } from '../../../shared/model/roles.ts';
import { settle } from '../../support/manual-clock.ts';

/** What each role may do beside what those before it may. Whatever is new in the contract is thought of here too. */
const table: Readonly<Record<Role, { calls: string; topics: string }>> = {
  view: {
    calls: `
      alerts.list alerts.maintenance alerts.past alerts.rules alerts.wouldFire app.info app.notices app.whoAmI audit.list audit.overview
      classes.list commands.list consoles.list demo.info desktop.state drift.list events.count events.list fleet.diagnostics fleet.read fleet.states fleet.visible
      folders.list history.kept history.range history.totals historyFrom.again historyFrom.list managed.state plans.get plans.getCanary plans.list preferences.get
      profiles.list settings.read support.licences tags.list trial.place updates.state vault.state`,
    topics: `
      alerts.changed alerts.maintenanceChanged alerts.news alerts.rulesChanged app.heartbeat app.notices audit.changed
      audit.verifying classes.changed commands.changed consoles.changed drift.changed events.added fleet.frames folders.changed locks.changed
      managed.changed plans.canary plans.changed plans.steps preferences.changed profiles.changed report.making tags.changed
      updates.changed vault.changed`,
  },
  operate: {
    calls: `
      alerts.acknowledge alerts.removeMaintenance alerts.saveMaintenance app.dismissNotice change.bufferSize change.lock
      change.transformation change.undo change.unlock commands.remove commands.restore commands.save fleet.connect
      fleet.disconnect fleet.pause fleet.probe plans.apply plans.create plans.decide plans.decideCanary plans.read plans.remove
      plans.restore plans.startCanary plans.stop plans.undo`,
    topics: '',
  },
  administer: {
    calls: `
      alerts.removeRule alerts.saveRule alerts.setWebhook alerts.testWebhook alerts.webhook app.endOtherSessions app.endSession
      app.sessions classes.remove classes.save classes.undo consoles.remove consoles.restore consoles.retry consoles.save
      copies.list copies.restore copies.show copies.undo demo.start
      demo.stop desktop.openWindow desktop.setStartAtLogin folders.remove folders.save folders.undo historyFrom.remove
      historyFrom.save historyFrom.test import.apply import.begin
      import.forget import.part import.read import.undo metrics.again metrics.save metrics.state preferences.set profiles.edit profiles.export profiles.remove
      profiles.removeMany profiles.restore profiles.restoreMany profiles.save profiles.saveMany support.diagnostics tags.save
      trial.run updates.cancel updates.check updates.download vault.agreeCommand vault.changePassphrase vault.choose
      vault.forget vault.lock vault.setIdle vault.tryCommand vault.unlock`,
    topics: 'alerts.webhookChanged app.sessionsChanged metrics.changed profiles.test',
  },
};

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function namesOf(entries: Readonly<Record<string, { readonly role: Role }>>, role: Role): string[] {
  return Object.keys(entries)
    .filter((name) => entries[name]?.role === role)
    .sort();
}

function askerOf(role: Role): Asker {
  return { ...ownWindow(), kind: 'command-line', user: 'ana', role };
}

function setUp(asker: Asker) {
  const reached: string[] = [];
  const logged: string[] = [];
  /** Answers every name; what is asked for is told to `reached`. */
  const every = (answer: (name: string) => unknown) =>
    new Proxy({}, { get: (_, name) => answer(String(name)) });
  const router = createRouter({
    handlers: every((name) => () => {
      reached.push(name);
      return null;
    }) as Handlers,
    sources: every((name) => () => {
      reached.push(name);
      return () => undefined;
    }) as Sources,
    onConnect: () => undefined,
    logFault: (what) => logged.push(what),
  });
  const messages: ServerMessage[] = [];
  const connection = router.connect((message) => messages.push(message), asker);
  return { connection, messages, reached, logged };
}

describe('the contract', () => {
  it.each(roles)(
    'lets the role %s do what the table says, beside what those before may',
    (role) => {
      expect(namesOf(calls, role)).toEqual(words(table[role].calls).sort());
      expect(namesOf(topics, role)).toEqual(words(table[role].topics).sort());
    },
  );

  it('has no window that only looks count as somebody who uses the app', () => {
    const used = Object.entries(calls).filter(([, entry]) => !('byWindow' in entry));
    expect(used.filter(([, { role }]) => role === 'view')).toEqual([]);
  });
});

describe.each(roles)('whoever has the role %s', (held) => {
  const above = roles.slice(roles.indexOf(held) + 1);
  const refusedNames = (kind: 'calls' | 'topics') =>
    above.flatMap((role) => words(table[role][kind]));

  it('is refused every call that wants more, whatever comes with it, before anything looks at that', async () => {
    for (const name of refusedNames('calls')) {
      const { connection, messages, reached } = setUp(askerOf(held));
      connection.receive({ type: 'call', id: 1, name, input: { hostile: 'x' } });
      await settle();
      expect(reached, name).toEqual([]);
      expect(messages, name).toMatchObject([
        { result: { ok: false, error: { code: 'not-allowed', detail: { held } } } },
      ]);
    }
  });

  it('is refused every topic that wants more', () => {
    for (const topic of refusedNames('topics')) {
      const { connection, messages, reached } = setUp(askerOf(held));
      connection.receive({ type: 'subscribe', id: 1, topic, params: { hostile: 'x' } });
      expect(reached, topic).toEqual([]);
      expect(messages, topic).toMatchObject([
        { result: { ok: false, error: { code: 'not-allowed', detail: { held } } } },
      ]);
    }
  });

  it('is refused no call of the others for that', async () => {
    const may = roles.slice(0, roles.indexOf(held) + 1).flatMap((role) => words(table[role].calls));
    for (const name of may) {
      const { connection, messages } = setUp(askerOf(held));
      connection.receive({ type: 'call', id: 1, name, input: null });
      await settle();
      expect(JSON.stringify(messages), name).not.toContain('not-allowed');
      expect(messages, name).toHaveLength(1);
    }
  });
});

describe('a refusal', () => {
  it('is logged once for each name, with who asked, and names both roles', async () => {
    const { connection, messages, logged } = setUp(askerOf('view'));
    for (const id of [1, 2])
      connection.receive({ type: 'call', id, name: 'fleet.probe', input: {} });
    connection.receive({ type: 'call', id: 3, name: 'vault.lock', input: {} });
    await settle();
    expect(messages).toMatchObject([
      { result: { error: { detail: { wanted: 'operate', held: 'view' } } } },
      { result: { error: { detail: { wanted: 'operate', held: 'view' } } } },
      { result: { error: { detail: { wanted: 'administer', held: 'view' } } } },
    ]);
    expect(logged).toEqual([
      'fleet.probe was refused to ana (command-line)',
      'vault.lock was refused to ana (command-line)',
    ]);
  });
});
