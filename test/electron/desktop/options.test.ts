import { expect, test } from 'vitest';
import { readOptions } from '../../../electron/desktop/options.ts';

test('the data directory and the demo are read, in either form', () => {
  expect(readOptions(['--data-dir', '/srv/a b', '--demo'])).toEqual({
    dataDirectory: '/srv/a b',
    demo: true,
  });
  expect(readOptions(['--data-dir=/srv/c'])).toEqual({ dataDirectory: '/srv/c', demo: false });
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
  ).toEqual({ dataDirectory: undefined, demo: true });
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
