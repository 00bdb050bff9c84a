import { expect, it } from 'vitest';
import { isLoopbackAddress, isLoopbackHost } from '../../../electron/base/loopback.ts';

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['0:0:0:0:0:0:0:1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.0.2.1', false],
  ['127.0.0.1.example', false],
  ['localhost.example', false],
])('knows whether %s is of this machine alone', (host, is) => {
  expect(isLoopbackAddress(host)).toBe(is);
  expect(isLoopbackHost(host)).toBe(is);
});

it.each(['localhost', 'LOCALHOST', 'localhost.'])(
  'knows %s as a name of it, and as no address',
  (host) => {
    expect(isLoopbackAddress(host)).toBe(false);
    expect(isLoopbackHost(host)).toBe(true);
  },
);
