import type { Socket } from 'node:net';

/** The number by which the kernel knows a socket, which Node has no name for; nothing of one that is closed, and on systems without such numbers. */
export function descriptorOf(socket: Socket): number | undefined {
  const fd = (socket as Socket & { _handle?: { fd?: number } | null })._handle?.fd;
  return fd !== undefined && fd >= 0 ? fd : undefined;
}
