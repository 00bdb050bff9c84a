import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Who signs, and somebody else. */
export const signer = generateKeyPairSync('ed25519');
export const stranger = generateKeyPairSync('ed25519');
export const publicKey = signer.publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** What takes the app's place in a test: a program that says that it was run. */
export const newApp = Buffer.from('#!/bin/sh\necho new > "$0.ran"\n');

export function description(version: string, content: Buffer = newApp): string {
  const sha512 = createHash('sha512').update(content).digest('base64');
  return [
    `version: ${version}`,
    'files:',
    '  - url: console.AppImage',
    `    sha512: ${sha512}`,
    `    size: ${content.length}`,
    'path: console.AppImage',
    `sha512: ${sha512}`,
    "releaseDate: '2026-11-01T00:00:00.000Z'",
    '',
  ].join('\n');
}

export function signatureOf(text: string, by = signer, name = 'latest-linux.yml'): string {
  return `${sign(null, Buffer.from(`${name}\n${text}`), by.privateKey).toString('base64')}\n`;
}

/** A web server of files by their paths, and what was asked of it. */
export async function startFeed(files: Record<string, string | Buffer>) {
  const asked: string[] = [];
  const headers: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1).split('?')[0] ?? '';
    asked.push(path);
    headers.push(...Object.keys(request.headers));
    const content = files[path];
    response.statusCode = content === undefined ? 404 : 200;
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    headers,
    files,
  };
}

/** The files of a feed with one update, signed. */
export function updateFiles(version: string): Record<string, string | Buffer> {
  const text = description(version);
  return {
    'latest-linux.yml': text,
    'latest-linux.yml.sig': signatureOf(text),
    'console.AppImage': newApp,
  };
}
