import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../../../build/ensure-built.ts';
import { root } from '../../../../build/tool.ts';
import { type Consoles, createConsoles } from '../../../../electron/attach/remote/consoles.ts';
import { openRemote } from '../../../../electron/attach/remote/open-remote.ts';
import { systemClock } from '../../../../electron/base/clock.ts';
import { ownWindow } from '../../../../electron/core/actor.ts';
import { machineUserOf } from '../../../../electron/core/roles/machine-user.ts';
import { openConsolesFile } from '../../../../electron/store/documents/consoles.ts';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import type { Role } from '../../../../shared/model/roles.ts';
import { type BadNetwork, calm, startBadNetwork } from '../../../support/bad-network.ts';
import { missingProgram } from '../../../support/has-program.ts';
import {
  cutSsh,
  loginMs,
  missingForSsh,
  type SshServer,
  startSshServer,
} from '../../../support/sshd.ts';
import { whySkipped } from '../../../support/why-skipped.ts';
import { openConsoleWindow } from '../../console-window.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { openFleet, reached, startShell } from '../../web/shells.ts';
import { core } from './rig.ts';

const missing =
  missingForSsh() ??
  missingProgram('setpriv') ??
  (process.getuid?.() === 0 ? null : 'other users of the machine need root');

const [operator, viewer] = [1, 65_534];
const ownPath = process.env.PATH;

/** What a user of that machine runs there. */
function programOf(uid: number): string {
  const as = `setpriv --reuid=${uid} --regid=${uid} --clear-groups env HOME=/nonexistent`;
  const script = join(root, 'electron/spcp-console.ts');
  return `${as} ${process.execPath} --disable-warning=ExperimentalWarning ${script}`;
}

type Way = Parameters<typeof openFleet>[2];

/** A console with one proxy, or four to which `way` leads, and a directory for each user of its machine where its socket is found. */
async function startFar(users: Readonly<Record<string, Role>>, way?: Way) {
  const count = way === undefined ? 1 : 4;
  const fleet = await openFleet(count, {}, way);
  const socket = join(temporaryDirectory(), 'socket');
  const roles = JSON.stringify({ version: 1, socket, users });
  writeFileSync(join(fleet.directory, 'roles.json'), roles, { mode: 0o600 });
  chmodSync(join(socket, '..'), 0o755);
  const shell = await startShell(fleet.directory);
  await expect.poll(() => reached(shell, fleet.ids)).toBe(count);
  /** Root has the console's own; others a directory of theirs, with the same file. */
  const directoryOf = (uid: number): string => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, 'own'), { mode: 0o700 });
    chmodSync(directory, 0o755);
    const own = join(directory, 'own');
    writeFileSync(join(own, 'roles.json'), roles, { mode: 0o600 });
    for (const path of [own, join(own, 'roles.json')]) chownSync(path, uid, uid);
    return own;
  };
  return { ...fleet, shell, directoryOf };
}

/** The consoles of a user's own machine. */
async function openNear(): Promise<Consoles> {
  const consoles = createConsoles({
    document: await openConsolesFile(temporaryDirectory()),
    local: core().router,
    policy: () => ({}),
    by: () => '',
    onPolicy: () => () => undefined,
    open: (remote, signal) =>
      openRemote(remote, {
        version: '1.0.0',
        signal,
        connectTimeoutMs: loginMs,
        answerMs: loginMs,
      }),
    logFault: (what, error) => expect.fail(`${what}: ${error}`),
    clock: systemClock,
  });
  onTestFinished(() => consoles.close());
  return consoles;
}

/** A window on one of them, once it is open. */
async function show(consoles: Consoles, draft: CallInput<'consoles.save'>['draft'], who: string) {
  const list = openConsoleWindow(consoles.routerFor(null));
  const { id } = await list.call('consoles.save', { draft });
  const window = openConsoleWindow(consoles.routerFor(id), { ...ownWindow(), remote: who });
  const entry = async () =>
    (await list.call('consoles.list', {})).consoles.find((each) => each.id === id);
  const state = async () => (await entry())?.state.kind;
  await expect.poll(entry).toMatchObject({ state: { kind: 'open' } });
  return { ...window, entry, state, retry: () => list.call('consoles.retry', { id }) };
}

describe.skipIf(missing !== null)(
  `consoles that are reached through a real SSH server${whySkipped(missing)}`,
  () => {
    let ssh: SshServer;
    beforeAll(() => ensureBuilt('renderer'));
    beforeEach(async ({ onTestFailed }) => {
      ssh = await startSshServer();
      process.env.PATH = ssh.path;
      onTestFailed(() => console.error(ssh.log()));
      return async () => {
        process.env.PATH = ownPath;
        await ssh.close();
      };
    });

    it('are changed by several users at once, each under their own name, and refuse whoever may only look', async () => {
      const names = await Promise.all([operator, viewer].map(machineUserOf));
      const [mayOperate = '', mayView = ''] = names.map(({ name }) => name);
      const users = { [mayOperate]: 'operate', [mayView]: 'view' } as const;
      const [first, second] = [await startFar(users), await startFar(users)];
      const consoles = await openNear();
      const to = (name: string, far: typeof first, uid: number, who: string) => {
        const { destination: sshDestination } = ssh;
        const dataDirectory = uid === 0 ? far.directory : far.directoryOf(uid);
        return show(
          consoles,
          { name, sshDestination, program: programOf(uid), dataDirectory },
          who,
        );
      };
      const asRoot = await to('first as root', first, 0, 'ana@desk');
      const asOperator = await to('second as operator', second, operator, 'ben@desk');
      const asViewer = await to('first as viewer', first, viewer, 'eva@desk');
      expect((await asRoot.entry())?.said).toMatchObject({ role: 'administer' });
      expect((await asOperator.entry())?.said).toMatchObject({ user: mayOperate, role: 'operate' });
      expect((await asViewer.entry())?.said).toMatchObject({ user: mayView, role: 'view' });

      const change = (far: typeof first, next: string) =>
        ({ id: far.ids[0] ?? '', seen: null, next }) as const;
      const done = await Promise.all([
        asRoot.call('change.transformation', change(first, 'rev')),
        asOperator.call('change.transformation', change(second, 'tac')),
      ]);
      expect(done.map(({ outcome }) => outcome)).toEqual(['verified', 'verified']);
      await expect(
        asViewer.call('change.transformation', { ...change(first, 'cat'), seen: 'rev' }),
      ).rejects.toMatchObject({ code: 'not-allowed', detail: { held: 'view', wanted: 'operate' } });
      await expect(
        asOperator.call('profiles.remove', { id: second.ids[0] ?? '' }),
      ).rejects.toMatchObject({
        code: 'not-allowed',
        detail: { held: 'operate', wanted: 'administer' },
      });

      const transformations = [first, second].map(
        ({ proxies }) => proxies[0]?.settings().transformation,
      );
      expect(transformations).toEqual(['rev', 'tac']);
      const audit = async (window: typeof asRoot) =>
        (await window.call('audit.list', { limit: 10 })).map(({ actor, remote, requested }) => [
          actor,
          remote,
          requested,
        ]);
      // Whoever may look sees who did it.
      expect(await audit(asViewer)).toEqual([['root', 'ana@desk (127.0.0.1)', 'rev']]);
      expect(await audit(asOperator)).toEqual([[mayOperate, '“ben@desk (127.0.0.1)”', 'tac']]);
    });

    it('go on with a plan whose window lost the way, and show its end once it is back', async () => {
      const slow: BadNetwork[] = [];
      // The last ones are so far away that the plan lasts until the way is lost.
      const far = await startFar({}, async (udpPort, place) => {
        if (place === 0) return udpPort;
        const network = await startBadNetwork(udpPort, place);
        onTestFinished(() => network.close());
        slow.push(network);
        return network.port;
      });
      const { call } = far.shell;
      const consoles = await openNear();
      const window = await show(
        consoles,
        {
          name: 'Jump host',
          sshDestination: ssh.destination,
          program: programOf(0),
          dataDirectory: far.directory,
        },
        'ana@desk',
      );
      const planned = { setting: 'transformation', next: 'rev' } as const;
      const scope = { kind: 'selection' } as const;
      const made = { name: 'Backwards', planned, ids: far.ids, scope };
      const { id } = await window.call('plans.create', made);
      const planThere = () => call('plans.get', { id });
      // On a machine at work a proxy may not have answered in the console's time: it is asked again.
      const readAll = async () => {
        const { busy, counts } = await planThere();
        if (busy === 'no' && counts.waiting < 4) await call('plans.read', { id });
        return { busy, waiting: counts.waiting };
      };
      await expect.poll(readAll).toEqual({ busy: 'no', waiting: 4 });
      for (const network of slow) network.set({ ...calm, delayMs: 1500 });
      await window.call('plans.apply', { id, concurrency: 1 });
      await expect
        .poll(async () => (await window.call('plans.get', { id })).counts.done)
        .toBeGreaterThanOrEqual(1);

      await ssh.refuseKey();
      cutSsh();
      await expect.poll(window.state).toBe('refused');
      await expect(window.call('plans.get', { id })).rejects.toMatchObject({
        code: 'not-connected',
      });
      expect((await planThere()).busy).not.toBe('no');
      for (const network of slow) network.set(calm);
      await expect.poll(async () => (await planThere()).busy).toBe('no');
      expect(far.proxies.map((proxy) => proxy.settings().transformation)).toEqual(
        Array(4).fill('rev'),
      );
      expect(await window.state()).toBe('refused');

      await ssh.reset();
      await window.retry();
      await expect.poll(window.state).toBe('open');
      expect(await window.call('plans.get', { id })).toMatchObject({
        busy: 'no',
        counts: { done: 4 },
      });
      const entries = await window.call('audit.list', { limit: 10 });
      expect(entries.map(({ plan, actor, remote }) => [plan, actor, remote])).toEqual(
        Array(4).fill([id, 'root', 'ana@desk (127.0.0.1)']),
      );
    });
  },
);
