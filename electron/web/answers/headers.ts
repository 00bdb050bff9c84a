import type { ServerResponse } from 'node:http';

/** Of every answer. `host` is the Host header where it was found right. */
export function setSecurityHeaders(response: ServerResponse, host: string | undefined): void {
  setContentPolicy(response, host, "'self'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  response.setHeader('Cache-Control', 'no-store');
}

/** What the page may load and run. Mantine sets styles on elements, hence `unsafe-inline` for styles alone. */
export function setContentPolicy(
  response: ServerResponse,
  host: string | undefined,
  scripts: string,
): void {
  const policy = [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    host === undefined ? "connect-src 'none'" : `connect-src 'self' ws://${host}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  response.setHeader('Content-Security-Policy', policy.join('; '));
}
