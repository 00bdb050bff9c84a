import { expect, test } from 'vitest';
import { readOptions } from '../../../electron/desktop/options.ts';

test('the data directory and the demo are read, in either form', () => {
  expect(readOptions(['--data-dir', '/srv/a b', '--demo'])).toEqual({
    dataDirectory: '/srv/a b',
    demo: true,
    link: null,
    atLogin: false,
  });
  expect(readOptions(['--data-dir=/srv/c'])).toMatchObject({
    dataDirectory: '/srv/c',
    demo: false,
  });
});

test("Chromium's switches, the app's path and the operating system's own arguments are passed over", () => {
  expect(
    readOptions([
      '.',
      '--lang=en-GB',
      '--inspect=0',
      '-psn_0_1234',
      '--demo',
      '--remote-debugging-port=0',
    ]),
  ).toEqual({ dataDirectory: undefined, demo: true, link: null, atLogin: false });
});

test.each([['--data-dir'], ['--data-dir='], ['--data-dir', '--demo']])(
  'a data directory that is not named is refused, not replaced by the usual one: %s %s',
  (...args) => {
    expect(() => readOptions(args)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        detail: { case: 'data-directory', field: 'data-dir' },
      }),
    );
  },
);

test('a link is found wherever it stands, and what is behind it or behind -- is no option', () => {
  expect(readOptions(['--demo', 'spcp-console://wall'])).toMatchObject({
    demo: true,
    link: 'spcp-console://wall',
  });
  for (const args of [
    ['--', 'spcp-console://x', '--demo', '--data-dir=/srv/evil'],
    ['spcp-console://x" --demo', '--data-dir=/srv/evil', '--demo'],
    ['--', '--data-dir=/srv/evil', '--demo', 'SPCP-Console:x'],
  ])
    expect(readOptions(args)).toEqual({
      dataDirectory: undefined,
      demo: false,
      link: expect.stringMatching(/^spcp-console:/i),
      atLogin: false,
    });
});
