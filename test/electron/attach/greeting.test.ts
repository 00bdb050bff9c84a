import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attach } from '../../../electron/attach/attached-console.ts';
import { createFramed } from '../../../electron/attach/framed.ts';
import { AppError } from '../../../shared/errors.ts';
import { contractVersion } from '../../../shared/ipc/hello.ts';
import { streamPair } from '../../support/stream-pair.ts';
import { ana, core, hello, opened, setUp } from './peer-rig.ts';

describe('who greets', () => {
  it('with the token is told which console it is, and who one is there', async () => {
    const { attach } = await setUp();
    const { welcome } = await attach();
    expect(welcome).toEqual({
      type: 'welcome',
      contract: contractVersion,
      version: '2.0.0',
      machine: 'jump',
      user: 'ana',
      role: 'administer',
    });
  });

  it.each([['another'], [''], [null]])(
    'with the token %j is refused, and reaches nothing',
    async (token) => {
      const { router, callers } = core();
      const asker = vi.fn(() => ana);
      const { attach, peer } = await setUp({ router, asker });
      await expect(attach({ ...hello, token })).rejects.toMatchObject({
        code: 'attach-refused',
        detail: { case: 'token' },
      });
      expect(await peer.ended).toEqual({ kind: 'ours' });
      expect(asker).not.toHaveBeenCalled();
      expect(callers).toEqual([]);
    },
  );

  it('over a stream that needs no token needs none', async () => {
    const { attach } = await setUp({ token: null });
    expect((await attach({ ...hello, token: null })).welcome.machine).toBe('jump');
  });

  it.each([
    [4, 'caller-too-old'],
    [8, 'console-too-old'],
  ])(
    'as contract %i to a console of contract 6 is told who is too old',
    async (contract, which) => {
      const { attach } = await setUp({ contract: 6 });
      await expect(attach({ ...hello, contract })).rejects.toMatchObject({
        code: 'attach-refused',
        detail: {
          case: which,
          caller: '1.2.3',
          callerContract: contract,
          console: '2.0.0',
          consoleContract: 6,
        },
      });
    },
  );

  it.each([[5], [6], [7]])(
    'as contract %i to a console of contract 6 is let in',
    async (contract) => {
      const { attach } = await setUp({ contract: 6 });
      expect((await attach({ ...hello, contract })).welcome.contract).toBe(6);
    },
  );

  it('and may not come in is told why', async () => {
    const { attach } = await setUp({
      asker: async () => {
        throw new AppError('not-found', { case: 'profile', id: 'x' });
      },
    });
    await expect(attach()).rejects.toMatchObject({ code: 'not-found', detail: { id: 'x' } });
  });

  it('is told nothing of a fault of the console', async () => {
    const { attach, faults } = await setUp({
      asker: () => {
        throw new Error('hunter2');
      },
    });
    await expect(attach()).rejects.toMatchObject({ code: 'internal' });
    expect(faults).toEqual(['letting in a peer']);
  });

  it('with no greeting is refused', async () => {
    const { far, peer } = await setUp();
    const framed = createFramed(far, { longest: 10_000 });
    const answers: unknown[] = [];
    framed.read((message) => answers.push(message));
    framed.send({ type: 'open', channel: 1, role: 'view' });
    expect(await peer.ended).toEqual({ kind: 'ours' });
    await framed.ended;
    expect(answers).toMatchObject([{ type: 'refused', error: { detail: { case: 'no-hello' } } }]);
  });

  it('is waited for no more once it greeted, however long it takes to find out who it is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const asked = Promise.withResolvers<void>();
    const found = Promise.withResolvers<typeof ana>();
    const { attach } = await setUp({
      asker() {
        asked.resolve();
        return found.promise;
      },
    });
    const attached = attach(hello, { answerMs: 120_000 });
    await asked.promise;
    vi.advanceTimersByTime(60_000);
    found.resolve(ana);
    expect((await attached).welcome.user).toBe('ana');
  });

  it('with nothing is refused after a while', async () => {
    const { peer } = await setUp({ helloMs: 50 });
    expect(await peer.ended).toEqual({ kind: 'ours' });
  });

  it('with a greeting that is too long is let go', async () => {
    const { far, peer } = await setUp();
    far.write('x'.repeat(5000));
    expect((await peer.ended).kind).toBe('too-long');
  });
});

describe('whoever answers the greeting', () => {
  async function answering(text: string | null) {
    const [near, far] = await streamPair();
    opened.push(near, far);
    if (text === null) near.destroy();
    else near.write(text);
    return attach(far, hello, { answerMs: 200 });
  }

  it.each([
    ['HTTP/1.1 400 Bad Request\r\n\r\n', 'no-console'],
    ['{"type":"welcome"}\n', 'no-console'],
    [`"${'x'.repeat(70_000)}"\n`, 'no-console'],
    ['', 'no-answer'],
    [null, 'no-answer'],
  ])('with %j is none', async (text, which) => {
    await expect(answering(text)).rejects.toMatchObject({
      code: 'attach-refused',
      detail: { case: which },
    });
  });

  it('with a reason of a later version is quoted', async () => {
    const error = { code: 'not-yet-known', message: 'The moon is full.', detail: {} };
    await expect(
      answering(`${JSON.stringify({ type: 'refused', error })}\n`),
    ).rejects.toMatchObject({
      code: 'attach-refused',
      detail: { case: 'other', said: 'The moon is full.' },
    });
  });
});
