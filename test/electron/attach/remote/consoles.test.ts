import { describe, expect, it } from 'vitest';
import { ownWindow } from '../../../../electron/core/actor.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { RemoteConsole } from '../../../../shared/model/remote-console.ts';
import { settle } from '../../../support/manual-clock.ts';
import { openRig, openWindow } from './rig.ts';

const draft = { name: 'Jump host', sshDestination: 'ana@jump.example' };

async function withOne(parts: Parameters<typeof openRig>[0] = {}) {
  const set = await openRig(parts);
  const window = openWindow(set.consoles.routerFor(null));
  window.receive({ type: 'subscribe', id: 900, topic: 'consoles.changed', params: {} });
  const id = window.call('consoles.save', { draft });
  await expect.poll(() => window.answerTo(id)).toMatchObject({ ok: true });
  const saved = (window.answerTo(id) as unknown as { value: RemoteConsole }).value;
  const state = () => set.list(window).find((each) => each.id === saved.id)?.state.kind;
  const answer = async (call: number, from = window) => {
    await expect.poll(() => from.answerTo(call)).toBeDefined();
    return from.answerTo(call);
  };
  return { ...set, window, saved, state, answer };
}

describe('the list of consoles', () => {
  it('keeps how each is reached, under names of their own, and brings back what was removed', async () => {
    const { window, saved, list, answer } = await withOne();
    expect(saved).toMatchObject({ program: 'spcp-console', dataDirectory: '' });
    expect(list(window)).toMatchObject([{ ...draft, state: { kind: 'idle' }, said: null }]);
    const twin = await answer(
      window.call('consoles.save', { draft: { ...draft, name: 'JUMP HOST' } }),
    );
    expect(twin).toMatchObject({ ok: false, error: { detail: { case: 'taken' } } });
    await answer(window.call('consoles.remove', { id: saved.id }));
    expect(list(window)).toEqual([]);
    await answer(window.call('consoles.restore', { id: saved.id }));
    expect(list(window)).toMatchObject([{ id: saved.id }]);
  });

  it.each([
    ['-oProxyCommand=x', 'spcp-console'],
    ['ana@-x', 'spcp-console'],
    ['jump', '-x'],
    ['jump', 'a\nb'],
  ])(
    'takes no destination or program that ssh or a shell would misread: %s %s',
    async (sshDestination, program) => {
      const { window, answer } = await withOne();
      const refused = await answer(
        window.call('consoles.save', { draft: { name: 'other', sshDestination, program } }),
      );
      expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    },
  );

  it('lets nobody open one where administrators forbid it, and ends what is open then', async () => {
    const { rig, consoles, saved, window, answer } = await withOne();
    const page = openWindow(consoles.routerFor(saved.id));
    await expect.poll(() => page.links()).toEqual(['lost', 'open']);
    rig.policy = { remoteConsoles: false };
    rig.policyChanged();
    await expect.poll(() => page.messages.at(-1)).toMatchObject({ why: { code: 'managed' } });
    expect(
      await answer(window.call('consoles.save', { draft: { ...draft, name: 'b' } })),
    ).toMatchObject({
      error: { code: 'managed' },
    });
  });
});

describe('a window of a remote console', () => {
  it('is answered by that one, and by this machine only about consoles', async () => {
    const { consoles, saved, far, here, answer, state } = await withOne();
    const page = openWindow(consoles.routerFor(saved.id));
    await expect.poll(() => page.links()).toEqual(['lost', 'open']);
    const before = here.callers.length;
    expect(await answer(page.call('app.notices'), page)).toEqual({ ok: true, value: [] });
    expect(await answer(page.call('consoles.list'), page)).toMatchObject({ ok: true });
    expect(here.callers).toHaveLength(before);
    expect(far.callers.map(({ asker }) => [asker.user, asker.role, asker.session])).toEqual([
      ['ana', 'operate', null],
    ]);
    expect(state()).toBe('open');
  });

  it('hears that the way dropped, and goes on by itself once it is back', async () => {
    const { consoles, saved, peers, clock, state, answer, rig } = await withOne();
    const page = openWindow(consoles.routerFor(saved.id));
    await expect.poll(() => page.links()).toEqual(['lost', 'open']);
    peers[0]?.close();
    await expect.poll(() => state()).toBe('waiting');
    expect(page.links()).toEqual(['lost', 'open', 'lost']);
    expect(await answer(page.call('app.notices'), page)).toMatchObject({
      error: { code: 'not-connected', detail: { case: 'console' } },
    });
    await clock.advance(60_000);
    await expect.poll(() => page.links()).toEqual(['lost', 'open', 'lost', 'open']);
    expect(await answer(page.call('app.notices'), page)).toEqual({ ok: true, value: [] });
    expect(rig.attempts).toBe(2);
  });

  it('says which of its topics is not read any more, as long as that is so', async () => {
    const { consoles, sends, saved, window, list } = await withOne();
    const page = openWindow(consoles.routerFor(saved.id));
    await expect.poll(() => page.links()).toEqual(['lost', 'open']);
    const unread = () => list(window).find(({ id }) => id === saved.id)?.unread;
    page.receive({ type: 'subscribe', id: 50, topic: 'app.notices', params: {} });
    await expect.poll(() => sends.length).toBe(1);
    const say = (value: unknown) => sends[0]?.({ type: 'event', id: 50, value });
    for (let count = 0; count < 7; count++) say([{}]);
    say([]);
    await expect.poll(() => page.messages.at(-1)).toMatchObject({ value: [] });
    expect(unread()).toEqual([]);
    say([{}]);
    await expect.poll(unread).toEqual(['app.notices']);
    page.receive({ type: 'unsubscribe', id: 50 });
    await expect.poll(unread).toEqual([]);
  });

  it('shares the way with others, which is closed a while after the last of them', async () => {
    const { consoles, saved, clock, state, rig } = await withOne();
    const pages = [
      openWindow(consoles.routerFor(saved.id)),
      openWindow(consoles.routerFor(saved.id)),
    ];
    for (const page of pages) await expect.poll(() => page.links()).toContain('open');
    expect(rig.attempts).toBe(1);
    for (const page of pages) page.close();
    await clock.advance(9000);
    expect(state()).toBe('open');
    await clock.advance(2000);
    await expect.poll(() => state()).toBe('idle');
  });

  it('is not tried again by itself where that is of no use, until somebody wants it', async () => {
    const { consoles, saved, clock, state, rig, window, list } = await withOne();
    const said = { sshDestination: 'jump', said: '' };
    rig.fails = new AppError('ssh-host-key', { ...said, changed: true });
    const page = openWindow(consoles.routerFor(saved.id));
    await expect.poll(() => state()).toBe('refused');
    await clock.advance(600_000);
    expect(rig.attempts).toBe(1);
    expect(list(window)[0]?.state).toMatchObject({ error: { code: 'ssh-host-key' } });
    rig.fails = null;
    window.call('consoles.retry', { id: saved.id });
    await expect.poll(() => page.links().at(-1)).toBe('open');
  });

  it.each([
    { case: 'not-running', directory: '/x' },
    { case: 'neither', directory: '/x', own: null, socket: '/y', team: null },
  ] as const)('waits for a console that does not run yet: $case', async (detail) => {
    const { consoles, saved, clock, state, rig } = await withOne();
    rig.fails = new AppError('remote-console', detail);
    const page = openWindow(consoles.routerFor(saved.id));
    await expect.poll(() => state()).toBe('waiting');
    rig.fails = null;
    await clock.advance(60_000);
    await expect.poll(() => page.links().at(-1)).toBe('open');
  });

  it('understands one a version apart, and is told of both versions where they are further apart', async () => {
    const { consoles, saved, state, rig, window, list } = await withOne();
    rig.contract += 1;
    const page = openWindow(consoles.routerFor(saved.id));
    await expect.poll(() => page.links()).toContain('open');
    expect(list(window)[0]?.said).toEqual({
      machine: 'jump',
      user: 'ana',
      role: 'operate',
      version: '2.0.0',
      contract: rig.contract,
    });
    const other = await withOne();
    other.rig.contract += 2;
    openWindow(other.consoles.routerFor(other.saved.id));
    await expect.poll(() => other.state()).toBe('refused');
    expect(other.list(other.window)[0]?.state).toMatchObject({
      error: { detail: { case: 'caller-too-old', caller: '1.0.0', console: '2.0.0' } },
    });
    expect(state()).toBe('open');
  });

  it('says that its console is gone from the list, and leads there again once it is back', async () => {
    const { consoles, saved, window, answer } = await withOne();
    const page = openWindow(consoles.routerFor(saved.id));
    await expect.poll(() => page.links()).toEqual(['lost', 'open']);
    await answer(window.call('consoles.remove', { id: saved.id }));
    await expect.poll(() => page.messages.at(-1)).toMatchObject({ why: { code: 'not-found' } });
    await answer(window.call('consoles.restore', { id: saved.id }));
    await expect.poll(() => page.links().at(-1)).toBe('open');
  });

  it('is opened with the keys of whoever runs this console, and so for nobody who may not do everything here', async () => {
    const { consoles, saved, rig } = await withOne();
    const page = openWindow(consoles.routerFor(saved.id), { ...ownWindow(), role: 'operate' });
    await settle();
    expect(page.messages).toMatchObject([
      { type: 'console', state: 'lost', why: { code: 'not-allowed' } },
    ]);
    expect(rig.attempts).toBe(0);
  });
});
