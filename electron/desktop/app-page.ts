import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** The scheme and the host under which the user interface is loaded. A scheme of our own keeps `file:` and its privileges out. */
export const appScheme = 'app';
const appHost = 'console';

/** What the scheme may do: what `https:` may, so that pages have an origin and load modules. */
export const schemePrivileges = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  corsEnabled: true,
  codeCache: true,
} as const;

/** The page that a window loads. */
export const appPage = `${appScheme}://${appHost}/`;

/** Whether an address is one of the app's own pages. */
export function isAppPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${appScheme}:` && host === appHost;
}

/** Whether an address is of content that one of the app's own pages holds, such as a file that it offers to save. */
export function isOwnContent(url: string): boolean {
  return url.startsWith('blob:') && isAppPage(url.slice('blob:'.length));
}

/** Nothing but the app's own files; no connection at all, since the page talks through the preload. Mantine sets styles by element. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

function refuse(status: number): Response {
  return new Response(null, { status, headers });
}

/** The file of `folder` that an address names, or undefined where it names none, or one outside. */
function fileOf(folder: string, url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = join(folder, path === '/' ? 'index.html' : path);
  return file.startsWith(folder + sep) ? file : undefined;
}

/** Answers the requests of the app's pages with the files of `folder`, and everything else with a refusal. */
export function serveAppPage(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isAppPage(request.url)) return refuse(403);
    if (request.method !== 'GET') return refuse(405);
    const file = fileOf(folder, request.url);
    const type = file === undefined ? undefined : types[extname(file)];
    if (file === undefined || type === undefined) return refuse(404);
    try {
      const body = await readFile(file);
      return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': type } });
    } catch (error) {
      if (isMissing(error)) return refuse(404);
      throw error;
    }
  };
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}
