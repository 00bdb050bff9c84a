import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAppPage, serveAppPage } from '../../../electron/desktop/app-page.ts';

let top: string;
let serve: (request: Request) => Promise<Response>;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'spcp-page-'));
  await mkdir(join(top, 'renderer/assets'), { recursive: true });
  await mkdir(join(top, 'renderer-secret'));
  await writeFile(join(top, 'renderer/index.html'), '<!doctype html>');
  await writeFile(join(top, 'renderer/assets/a b.js'), 'export {};');
  await writeFile(join(top, 'renderer/assets/style.css'), 'a{}');
  await writeFile(join(top, 'renderer/run.exe'), 'MZ');
  await writeFile(join(top, 'secret.json'), '{}');
  await writeFile(join(top, 'renderer-secret/secret.json'), '{}');
  serve = serveAppPage(join(top, 'renderer'));
});
afterAll(() => rm(top, { recursive: true, force: true }));

/** A request as Electron makes it: an address that is not tidied up on its way. */
const get = (url: string, method = 'GET'): Promise<Response> => serve({ url, method } as Request);

describe('the pages of the app', () => {
  test('the root is index.html, as HTML', async () => {
    const response = await get('app://console/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<!doctype html>');
  });

  test.each([
    ['app://console/assets/a%20b.js', 'text/javascript; charset=utf-8'],
    ['app://console/assets/style.css?v=1#x', 'text/css; charset=utf-8'],
  ])('%s has its type', async (url, type) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  test('every answer carries a policy that allows no connection, no frame and no script but its own', async () => {
    for (const url of ['app://console/', 'app://console/nothing.js', 'app://elsewhere/']) {
      const { headers } = await get(url);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).not.toContain('unsafe-eval');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test.each([
    'app://console/../secret.json',
    'app://console/..%2fsecret.json',
    'app://console/%2e%2e/secret.json',
    'app://console/assets/..%2f..%2fsecret.json',
    'app://console/..%5csecret.json',
    'app://console/..%2frenderer-secret/secret.json',
    'app://console//etc/passwd',
    'app://console/%00index.html',
    'app://console/%zz',
    'app://console/assets',
    'app://console/run.exe',
    'app://console/index.html/x.js',
  ])('nothing but its own files is served: %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  test('another host, another scheme and another method are refused', async () => {
    expect((await get('app://elsewhere/')).status).toBe(403);
    expect((await get('file:///etc/passwd')).status).toBe(403);
    expect((await get('app://console/', 'POST')).status).toBe(405);
  });
});

test.each([
  ['app://console/', true],
  ['app://console/index.html#/proxies/1', true],
  ['app://console.example/', false],
  ['app://console@example/', false],
  ['https://console/', false],
  ['file:///index.html', false],
  ['about:blank', false],
  ['', false],
])('whether %j is a page of the app: %s', (url, own) => {
  expect(isAppPage(url)).toBe(own);
});
