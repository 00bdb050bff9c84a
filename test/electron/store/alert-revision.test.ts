import { expect, it, onTestFinished } from 'vitest';
import { createAlertStore } from '../../../electron/store/alerts.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { temporaryDirectory } from './temporary-directory.ts';

it('is looked at again where another process wrote, and not for what this one wrote', () => {
  const directory = temporaryDirectory();
  const [ours, theirs] = [openDatabase(directory), openDatabase(directory)].map((opened) => {
    onTestFinished(opened.close);
    return createAlertStore(opened.database);
  });
  if (ours === undefined || theirs === undefined) throw new Error('not opened');
  let looks = 0;
  const look = (): void => ours.ifWrittenElsewhere(() => void looks++);
  const write = (store: typeof ours): void => {
    const [rule] = store.rules.list();
    if (rule !== undefined) store.rules.put({ ...rule, enabled: !rule.enabled });
  };
  look();
  look();
  expect(looks).toBe(1);
  write(ours);
  write(ours);
  look();
  expect(looks).toBe(1);
  write(theirs);
  write(ours);
  const fails = (): void => {
    throw new Error('in trouble');
  };
  expect(() => ours.ifWrittenElsewhere(fails)).toThrow('in trouble');
  look();
  look();
  expect(looks).toBe(2);
});
