import { expect, it } from 'vitest';
import { parseListenAddress } from '../../../electron/http/listen-address.ts';

it.each([
  ['9460', { host: '127.0.0.1', port: 9460 }],
  ['127.0.0.2:0', { host: '127.0.0.2', port: 0 }],
  ['0.0.0.0:9460', { host: '0.0.0.0', port: 9460 }],
  ['[::1]:9460', { host: '::1', port: 9460 }],
  ['[127.0.0.1]:9460', null],
  ['::1:9460', null],
  ['localhost:9460', null],
  ['1.2.3:80', null],
  ['127.0.0.1:65536', null],
  ['127.0.0.1:', null],
  ['', null],
])('reads %j', (text, address) => {
  expect(parseListenAddress(text)).toEqual(address);
});
