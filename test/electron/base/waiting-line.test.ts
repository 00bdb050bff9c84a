import { expect, it } from 'vitest';
import { createWaitingLine } from '../../../electron/base/waiting-line.ts';

it('calls in the order of coming, and nobody who gave up', async () => {
  const line = createWaitingLine();
  const called: string[] = [];
  const { signal } = new AbortController();
  const impatient = new AbortController();
  const first = line.wait(signal).then(() => called.push('first'));
  const gone = line.wait(impatient.signal);
  const third = line.wait(signal).then(() => called.push('third'));
  impatient.abort(new Error('no more'));
  await expect(gone).rejects.toThrow('no more');
  expect([line.next(), line.next(), line.next()]).toEqual([true, true, false]);
  await Promise.all([first, third]);
  expect(called).toEqual(['first', 'third']);
});
