import { describe, expect, it } from 'vitest';
import { exitCodeHelp, exitCodeOf } from '../../../electron/cli/exit-code.ts';
import { errorCodes } from '../../../shared/errors.ts';

describe('the exit code', () => {
  it('is explained in the help for every error there is, and never 0', () => {
    const explained = new Set(exitCodeHelp.match(/^ {2}[0-9]+/gm)?.map(Number));
    for (const code of errorCodes) {
      expect(exitCodeOf(code), code).not.toBe(0);
      expect(explained, code).toContain(exitCodeOf(code));
    }
  });
});
