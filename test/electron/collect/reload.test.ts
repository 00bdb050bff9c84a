import { expect, it, vi } from 'vitest';
import { onReload } from '../../../electron/collect/reload.ts';

it('signals that come during a reread are answered by one more', async () => {
  const going: (() => void)[] = [];
  const part = { reread: () => new Promise<void>((resolve) => going.push(resolve)) };
  const count = { ready: 1, waiting: 0, vaultLocked: 0, needsAttention: 0, off: 0, untried: 0 };
  const core = {
    count: () => ({ total: 1, ...count }),
    notices: { list: () => [] },
  };
  const manager = { reloading: vi.fn(), ready: vi.fn() };
  const end = onReload([part], core, manager, { note() {}, fault: expect.fail });
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
