import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../../electron/cli/output/output.ts';
import { speaker } from '../../../../shared/texts/say.ts';

describe('the output', () => {
  it('knows whether a person or a script reads it', () => {
    const outputTo = (isTTY: boolean) =>
      createOutput({
        stdout: Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream,
        stderr: new PassThrough() as unknown as NodeJS.WriteStream,
        json: false,
        speaker: speaker('en'),
        prefixes: { error: 'error', warning: 'warning' },
        onReaderGone: () => undefined,
      });
    expect(outputTo(true).terminal).toBe(true);
    expect(outputTo(false).terminal).toBe(false);
  });

  it.each([
    [true, 'a\\x1b[2J\nb\n'],
    [false, 'a\u001b[2J\nb\n'],
  ])('shows a file on a terminal without what that acts on: %s', async (isTTY, expected) => {
    const stdout = Object.assign(new PassThrough(), { isTTY });
    const output = createOutput({
      stdout: stdout as unknown as NodeJS.WriteStream,
      stderr: new PassThrough() as unknown as NodeJS.WriteStream,
      json: false,
      speaker: speaker('en'),
      prefixes: { error: 'error', warning: 'warning' },
      onReaderGone: () => undefined,
    });
    await output.file('a\u001b[2J\nb\n');
    expect(String(stdout.read())).toBe(expected);
  });
});
