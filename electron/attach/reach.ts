import { stat } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { contractVersion } from '../../shared/ipc/hello.ts';
import type { CallerKind } from '../../shared/model/caller.ts';
import { hasCode } from '../store/files/has-code.ts';
import { readText } from '../store/files/read-text.ts';
import { storageError } from '../store/storage-error.ts';
import { type AttachedConsole, attach } from './attached-console.ts';
import { connectOrNull } from './connect-or-null.ts';
import { type Address, addressSchema, placeOf } from './place.ts';

/**
 * The console that watches a directory; null where none can be reached. Rejects with `attach-refused`, with what it refuses with, and with what
 * `readAddress` throws.
 */
export async function attachTo(
  directory: string,
  version: string,
  kind: CallerKind,
): Promise<AttachedConsole | null> {
  const found = await connectLocally(directory);
  if (found === null) return null;
  const { socket, token } = found;
  return attach(socket, { type: 'hello', contract: contractVersion, version, kind, token });
}

/** A connection to the console of a directory; null where none listens. Throws what `readAddress` throws, and what the system says of the socket. */
async function connectLocally(
  directory: string,
): Promise<{ readonly socket: Socket; readonly token: string } | null> {
  const address = await readAddress(directory);
  if (address === null) return null;
  const socket = await connectOrNull(address.socket);
  return socket && { socket, token: address.token };
}

/**
 * What the file beside the socket says; null where there is none, nothing that a console writes, or what one of another directory wrote, of which this
 * one is a copy. Throws `storage-failed`.
 */
export async function readAddress(directory: string): Promise<Address | null> {
  const { addressFile } = placeOf(directory);
  let text: string | null;
  try {
    text = await readText(addressFile);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw storageError(addressFile, error);
  }
  const parsed = addressSchema.safeParse(jsonOf(text ?? ''));
  if (!parsed.success) return null;
  const { directory: written } = parsed.data;
  return written === null || (await areSame(written, directory)) ? parsed.data : null;
}

/** Whether both paths lead to one directory. */
async function areSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => null)),
  );
  return a != null && a.dev === b?.dev && a.ino === b.ino;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
