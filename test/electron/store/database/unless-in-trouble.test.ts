import { describe, expect, it } from 'vitest';
import { unlessInTrouble } from '../../../../electron/store/database/unless-in-trouble.ts';
import { storageFailure } from '../../../../electron/store/storage-error.ts';
import { AppError } from '../../../../shared/errors.ts';

const throwing = (error: unknown) => () => {
  throw error;
};

describe('a task that a database in trouble must not stop', () => {
  it('answers what it has, and nothing where the database is full or fails', () => {
    expect(unlessInTrouble(() => 7)).toBe(7);
    for (const reason of ['full', 'damaged'] as const)
      expect(unlessInTrouble(throwing(storageFailure('history.db', reason, 'X')))).toBeNull();
  });

  it('fails as it does for whatever else goes wrong', () => {
    const missing = new AppError('not-found', { case: 'copy' });
    expect(() => unlessInTrouble(throwing(missing))).toThrow(missing);
    expect(() => unlessInTrouble(throwing(new TypeError('bug')))).toThrow(TypeError);
  });
});
