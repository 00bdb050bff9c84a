import { expect, it, vi } from 'vitest';
import { onReload } from '../../../electron/collect/reload.ts';

it('signals that come during a reread are answered by one more', async () => {
  const going: (() => void)[] = [];
  const part = { reread: () => new Promise<void>((resolve) => going.push(resolve)) };
  const manager = { reloading: vi.fn(), ready: vi.fn() };
  const end = onReload({
    parts: () => [part],
    status: () => 'Share 2/5: 1 of 1 proxies ready',
    figures: () => ({}),
    manager,
    log: { note() {}, fault: expect.fail },
  });
  try {
    for (let signal = 0; signal < 300; signal++) process.emit('SIGHUP', 'SIGHUP');
    expect(going).toHaveLength(1);
    going[0]?.();
    await expect.poll(() => going.length).toBe(2);
    going[1]?.();
    await expect.poll(() => manager.ready.mock.calls.length).toBe(2);
    await new Promise(setImmediate);
    expect(going).toHaveLength(2);
    process.emit('SIGHUP', 'SIGHUP');
    expect(going).toHaveLength(3);
  } finally {
    end();
  }
});

it('a part that fails keeps no other from reading, and is not called done', async () => {
  const told: string[] = [];
  const reread = vi.fn(async () => true);
  let status: string | null = null;
  const end = onReload({
    parts: () => [
      { reread: () => Promise.reject(new Error('no space left')) },
      { reread: async () => false },
      { reread },
    ],
    status: () => status,
    figures: () => ({ proxies: 1 }),
    manager: { reloading: () => told.push('reloading'), ready: (line) => told.push(line) },
    log: { note: (what) => told.push(what), fault: (what) => told.push(what) },
  });
  try {
    process.emit('SIGHUP', 'SIGHUP');
    await expect.poll(() => told).toHaveLength(2);
    expect(reread).toHaveBeenCalledTimes(1);
    expect(told.splice(0)).toEqual([
      'not all files could be read anew',
      'the other files were read anew',
    ]);
    // Before it is there, nothing is said to whoever waits for that.
    await new Promise(setImmediate);
    status = 'Share 2/5: 1 of 1 proxies ready';
    process.emit('SIGHUP', 'SIGHUP');
    await expect.poll(() => told).toHaveLength(4);
    expect(told).toEqual([
      'reloading',
      'not all files could be read anew',
      'the other files were read anew',
      status,
    ]);
  } finally {
    end();
  }
});
