import type { ImportPreview } from '../../../../shared/ipc/calls/export.ts';
import { longestPart } from '../../../../shared/ipc/calls/export.ts';
import { longestExport } from '../../../../shared/model/profile-export.ts';
import { CallError, type Client } from '../../../api/client.ts';

/** Bytes; a character of an export takes one as a rule, and three at most. */
const largestFile = 3 * longestExport;

/** Bytes in which it shows whether a file is JSON at all. */
const headBytes = 512;

/** A file that the console has, not yet read there. */
export interface SentFile {
  readonly token: string;
  readonly name: string;
}

/**
 * Hands a file to the console. What is too large, or begins as no export does, is refused before it is read whole. `onProgress` hears the part
 * that is there, from 0 to 1. Throws `CallError`, of the code `not-an-export` for these.
 */
export async function sendFile(
  client: Client,
  file: File,
  onProgress: (part: number) => void,
): Promise<SentFile> {
  if (file.size > largestFile) throw noExport('long');
  const head = await file.slice(0, headBytes).text();
  if (
    !head
      .replace(/^\ufeff/, '')
      .trimStart()
      .startsWith('{')
  ) {
    throw noExport('other');
  }
  const text = await file.text();
  if (text.length > longestExport) throw noExport('long');
  const { token } = await client.call('import.begin', { length: text.length });
  for (let at = 0; at < text.length; at += longestPart) {
    await client.call('import.part', { token, text: text.slice(at, at + longestPart) });
    onProgress(Math.min(1, (at + longestPart) / text.length));
  }
  return { token, name: file.name };
}

/** As the console answers it. */
function noExport(kind: 'long' | 'other'): CallError {
  return new CallError({
    code: 'not-an-export',
    message: 'A file that is no export.',
    detail: { case: kind },
  });
}

/** What the file would make of what is there. Throws as `import.read`. */
export function readFile(
  client: Client,
  { token }: SentFile,
  passphrase?: string,
): Promise<ImportPreview> {
  return client.call('import.read', { token, ...(passphrase === undefined ? {} : { passphrase }) });
}

let handedOver: File | null = null;

/** A file that was dropped on another page, for the page of imports to take. */
export function handOver(file: File): void {
  handedOver = file;
}

/** It is taken once. */
export function takeHandedOver(): File | null {
  const file = handedOver;
  handedOver = null;
  return file;
}
