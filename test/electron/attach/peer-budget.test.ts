import { describe, expect, it } from 'vitest';
import type { Router } from '../../../electron/ipc/router.ts';
import { ana, call, core, hello, open, setUp } from './peer-rig.ts';

describe('a console that nobody here answers for', () => {
  const budget = {
    answer: 2_000_000,
    event: 100_000,
    messages: 1000,
    bytes: { burst: 4_000_000, perSecond: 1 },
  };
  const notice = (length: number) => {
    const detail = {
      case: 'file',
      path: 'x'.repeat(length),
      reason: 'other',
      cause: 'EIO',
    } as const;
    return [{ id: 'a', at: 0, code: 'storage-failed', detail }] as const;
  };

  it('may answer at length, and is let go where a value of a topic is as long', async () => {
    const { router } = core(
      { 'app.notices': () => [...notice(500_000)] },
      {
        'app.notices': (_, publish) => {
          publish([...notice(500_000)]);
          return () => undefined;
        },
      },
    );
    const { attach } = await setUp({ router });
    const console = await attach(hello, { budget });
    const window = open(console.router);
    window.receive(call(1, 'app.notices'));
    await expect.poll(() => window.messages).toMatchObject([{ result: { ok: true } }]);
    window.receive({ type: 'subscribe', id: 2, topic: 'app.notices', params: {} });
    expect(await console.ended).toEqual({ kind: 'too-long', limit: budget.event });
    expect(window.messages).toHaveLength(1);
  });

  it('comes whole where it has more to tell at once than is read at once', async () => {
    const [values, length] = [30, 90_000] as const;
    const value = 'x'.repeat(length);
    const router: Router = {
      connect: (send) => ({
        receive() {
          for (let count = 0; count < values; count++) send({ type: 'event', id: 1, value });
        },
        close: () => undefined,
      }),
    };
    const { attach } = await setUp({ router });
    const bytes = { burst: 700_000, perSecond: 500_000 };
    const console = await attach(hello, { budget: { ...budget, bytes } });
    const window = open(console.router);
    window.receive({ type: 'subscribe', id: 1, topic: 'app.notices', params: {} });
    let ended = '';
    void console.ended.then(({ kind }) => (ended = kind));
    await expect.poll(() => ended !== '' || window.messages.length === values).toBe(true);
    expect({ ended, values: window.messages.length }).toEqual({ ended: '', values });
  });

  it('is let go where it sends without end', async () => {
    const { attach, near } = await setUp();
    const console = await attach(hello, { budget });
    near.write('{"type":"beat"}\n'.repeat(20_000));
    expect(await console.ended).toEqual({ kind: 'flood' });
  });
});

describe('where a window of a peer sits', () => {
  it('is told with nothing hidden', async () => {
    const { router, callers } = core();
    const { attach } = await setUp({ router });
    open((await attach()).router, { ...ana, remote: 'root\u202e' });
    await expect.poll(() => callers.map(({ asker }) => asker.remote)).toEqual(['root<U+202E>']);
  });

  it('is in quotes where nobody but the peer knows it, and no session is taken of it', async () => {
    const { router, callers } = core();
    const { attach } = await setUp({ router, claims: true });
    open((await attach()).router, { ...ana, remote: 'eve” (192.0.2.7)', session: 'a' });
    await expect
      .poll(() => callers.map(({ asker }) => [asker.remote, asker.session]))
      .toEqual([["“eve' (192.0.2.7)”", null]]);
  });
});
