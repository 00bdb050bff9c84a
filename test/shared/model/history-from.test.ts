import { expect, it } from 'vitest';
import { historySourceSchema } from '../../../shared/model/history-from.ts';

const source = (url: string | null, signIn = 'none', user = '') =>
  historySourceSchema.safeParse({
    id: '00000000-0000-4000-8000-000000000001',
    folderId: null,
    url,
    reach: 'all',
    signIn,
    user,
  }).success;

it.each([
  'http://metrics:9090',
  'https://mimir.example.com/prometheus/api/v1',
  'http://[2001:db8::1]:9090/',
  null,
])('takes %s', (url) => {
  expect(source(url)).toBe(true);
});

it.each([
  'metrics:9090',
  'ftp://metrics/',
  'file:///etc/passwd',
  'http://ana:secret@metrics:9090',
  'http://metrics:9090/?tenant=a',
  'http://metrics:9090/#a',
  `http://metrics/${'a'.repeat(2000)}`,
])('does not take %s', (url) => {
  expect(source(url)).toBe(false);
});

it('sends what proves who asks only where nobody on the way reads it', () => {
  expect(source('http://metrics:9090', 'bearer')).toBe(false);
  expect(source('https://metrics:9090', 'bearer')).toBe(true);
  expect(source('http://127.0.0.1:9090', 'basic', 'ana')).toBe(true);
});

it('takes no name that the header would end early (RFC 7617 section 2)', () => {
  expect(source('https://metrics', 'basic', 'a:b')).toBe(false);
});
