import { createRequire } from 'node:module';
import type { KernelSctpReason } from '../../../shared/model/kernel-sctp.ts';
import { createWritableWatch, type WatchWritable } from './writable-watch.ts';

const require = createRequire(import.meta.url);

/** The socket calls of the C library, as far as they are needed. Each answers -1 on failure; `errno` then says why. */
export interface Libc {
  socket(family: number, type: number, protocol: number): number;
  connect(fd: number, address: Uint8Array, length: number): number;
  bind(fd: number, address: Uint8Array, length: number): number;
  listen(fd: number, backlog: number): number;
  setsockopt(fd: number, level: number, option: number, value: Uint8Array, length: number): number;
  getsockopt(
    fd: number,
    level: number,
    option: number,
    value: Uint8Array,
    length: Uint8Array,
  ): number;
  send(fd: number, message: Uint8Array, length: number, flags: number): number;
  getsockname(fd: number, address: Uint8Array, length: Uint8Array): number;
  close(fd: number): number;
  readonly watchWritable: WatchWritable;
  errno(): number;
}

type Native = ((...values: unknown[]) => number) & {
  async(...values: unknown[]): void;
};

interface Koffi {
  load(name: string): { func(prototype: string): Native };
  errno(): number;
}

/** Why the C library cannot be called. */
type NoLibc = Extract<KernelSctpReason, 'not-linux' | 'no-libc'>;

let loaded: Libc | NoLibc | undefined;

/** The C library, or why it cannot be called. Loaded on first use, since other systems have none that fits. */
export function loadLibc(): Libc | NoLibc {
  loaded ??= load();
  return loaded;
}

function load(): Libc | NoLibc {
  if (process.platform !== 'linux') return 'not-linux';
  try {
    const koffi = require('koffi') as Koffi;
    const library = loadAny(koffi, [
      'libc.so.6',
      `libc.musl-${process.arch === 'x64' ? 'x86_64' : 'aarch64'}.so.1`,
    ]);
    const poll = library.func('int poll(_Inout_ uint8_t *fds, unsigned long count, int timeout)');
    return {
      socket: library.func('int socket(int family, int type, int protocol)'),
      connect: library.func('int connect(int fd, const uint8_t *address, unsigned int length)'),
      bind: library.func('int bind(int fd, const uint8_t *address, unsigned int length)'),
      listen: library.func('int listen(int fd, int backlog)'),
      setsockopt: library.func(
        'int setsockopt(int fd, int level, int option, const uint8_t *value, unsigned int length)',
      ),
      getsockopt: library.func(
        'int getsockopt(int fd, int level, int option, _Out_ uint8_t *value, _Inout_ uint8_t *length)',
      ),
      send: library.func(
        'long send(int fd, const uint8_t *message, unsigned long length, int flags)',
      ),
      getsockname: library.func(
        'int getsockname(int fd, _Out_ uint8_t *address, _Inout_ uint8_t *length)',
      ),
      close: library.func('int close(int fd)'),
      watchWritable: createWritableWatch(
        (fds, count, timeoutMs) =>
          new Promise((resolve, reject) => {
            poll.async(fds, count, timeoutMs, (error: Error | null, ready: number) =>
              error ? reject(error) : resolve(ready),
            );
          }),
      ),
      errno: () => koffi.errno(),
    };
  } catch {
    // No library of these names, or none that koffi can call: there is nothing to be done but to go another way.
    return 'no-libc';
  }
}

function loadAny(koffi: Koffi, names: readonly string[]): ReturnType<Koffi['load']> {
  let last: unknown;
  for (const name of names) {
    try {
      return koffi.load(name);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}
