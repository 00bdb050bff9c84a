import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hostAndPort } from '../../../shared/model/host.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('host and port', () => {
  it('stand together so that an IPv6 address ends where it ends', () => {
    expect(hostAndPort('2001:db8::7', 9090)).toBe('[2001:db8::7]:9090');
    expect(hostAndPort('proxy.example', 9090)).toBe('proxy.example:9090');
  });

  it('are put together nowhere else', () => {
    const byHand = globSync('{electron,shared,renderer}/**/*.{ts,tsx}', { cwd: root }).filter(
      (file) =>
        /(?:host|address)\}\}?:(?:\$\{|\{\{)[a-zA-Z.]*port\}/i.test(
          readFileSync(join(root, file), 'utf8'),
        ),
    );
    expect(byHand).toEqual([join('shared', 'model', 'host.ts')]);
  });
});
