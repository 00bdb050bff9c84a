import { createRequire } from 'node:module';
import { addressOf } from '../../electron/collect/systemd/notify-socket.ts';

const require = createRequire(import.meta.url);

/** What a service manager is: a Unix socket of datagrams, which Node cannot open by itself. */
export interface DatagramReceiver {
  /** What has come, oldest first. */
  readonly received: readonly string[];
  close(): void;
}

/** At a path, or at an abstract name behind `@`. Linux only. */
export function receiveDatagrams(name: string): DatagramReceiver {
  const koffi = require('koffi') as typeof import('koffi');
  const libc = koffi.load('libc.so.6');
  const [socket, bind, recv, close] = [
    'int socket(int family, int type, int protocol)',
    'int bind(int fd, const uint8_t *address, unsigned int length)',
    'long recv(int fd, _Out_ uint8_t *message, unsigned long length, int flags)',
    'int close(int fd)',
  ].map((prototype) => libc.func(prototype)) as ((...values: unknown[]) => number)[];
  const nonBlocking = 0o4000;
  const fd = socket?.(1, 2 | nonBlocking, 0) ?? -1;
  const address = addressOf(name);
  if (bind?.(fd, address, address.length) !== 0) throw new Error(`${name} cannot be bound`);
  const received: string[] = [];
  const buffer = Buffer.alloc(4096);
  const timer = setInterval(() => {
    for (;;) {
      const length = Number(recv?.(fd, buffer, buffer.length, 0));
      if (length < 0) return;
      received.push(buffer.toString('utf8', 0, length));
    }
  }, 10);
  return {
    received,
    close() {
      clearInterval(timer);
      close?.(fd);
    },
  };
}
