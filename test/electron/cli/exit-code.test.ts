import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../electron/cli/exit-code.ts';
import { errorCodes } from '../../../shared/errors.ts';
import { commandLineTexts } from '../../../shared/texts/command-line.ts';
import { languages } from '../../../shared/texts/say.ts';

describe('the exit code', () => {
  it.each(languages)(
    'is explained in the help for every error there is, and never 0: %s',
    (language) => {
      const { exitCodes } = commandLineTexts(language).help;
      const explained = new Set(exitCodes.match(/^ {2}[0-9]+/gm)?.map(Number));
      for (const code of errorCodes) {
        expect(exitCodeOf(code), code).not.toBe(0);
        expect(explained, code).toContain(exitCodeOf(code));
      }
    },
  );
});
