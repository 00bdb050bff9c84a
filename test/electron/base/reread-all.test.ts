import { expect, it } from 'vitest';
import { rereadAll } from '../../../electron/base/reread-all.ts';

const read: string[] = [];
const reads = (name: string, outcome: () => unknown) => async () => {
  read.push(name);
  return outcome();
};
const fails = () => {
  throw new Error('no such file');
};

it('what cannot be read keeps nothing else from being read, and all of it is told', async () => {
  const faults: unknown[] = [];
  const logFault = (_: string, error: unknown) => faults.push(error);
  const parts = [
    reads('profiles', fails),
    reads('certificate', () => false),
    reads('preferences', fails),
    reads('token', () => null),
  ];
  expect(await rereadAll(parts, logFault)).toBe(false);
  expect(read).toEqual(['profiles', 'certificate', 'preferences', 'token']);
  expect(faults).toHaveLength(2);
  expect(await rereadAll([reads('token', () => undefined)], expect.fail)).toBe(true);
});
