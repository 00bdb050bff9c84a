import { describe, expect, it } from 'vitest';
import { parseWebArguments } from '../../../electron/web/options.ts';

describe('the arguments of the web shell', () => {
  it('have defaults for all', () => {
    expect(parseWebArguments([])).toEqual({ serve: { port: 9080, open: true, demo: false } });
  });

  it('are read', () => {
    const args = ['--port', '0', '--no-open', '--demo', '--data-dir', '/tmp/x'];
    expect(parseWebArguments(args)).toEqual({
      serve: { port: 0, open: false, demo: true, dataDir: '/tmp/x' },
    });
    expect(parseWebArguments(['--open'])).toMatchObject({ serve: { open: true } });
  });

  it.each([
    [['--port', '65536'], 'It is a whole number from 0 to 65535.'],
    [['--port', '-1'], 'It is a whole number from 0 to 65535.'],
    [['--port', '80a'], 'It is a whole number from 0 to 65535.'],
    [['--port'], 'argument missing'],
    [['--data-dir', ''], 'It is the path of a directory.'],
    [['--prot', '1'], "unknown option '--prot'"],
    [['more'], 'too many arguments'],
  ])('that are wrong end it with code 2 and one message: %j', (args, message) => {
    const parsed = parseWebArguments(args);
    expect(parsed).toMatchObject({ exitCode: 2, text: expect.stringContaining(message) });
    expect('text' in parsed && parsed.text.trim().split('\n').length).toBeLessThanOrEqual(2);
  });

  it('can ask for help', () => {
    expect(parseWebArguments(['--help'])).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('--no-open'),
    });
  });
});
