import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../build/tool.ts';
import { credentials } from './conversation.ts';
import type { Guest, GuestProgram } from './guest/guest.ts';

/** A server on kernel sockets in the guest. */
export interface GuestServer {
  readonly program: GuestProgram;
  /** SCTP port. */
  readonly port: number;
}

export interface ServerKind {
  readonly name: string;
  /** Answers as deployed servers were seen to. */
  readonly deployed: boolean;
  /** The server's own count of associations reaches its output as `open N` and `closed N`. */
  readonly counts: boolean;
  readonly loopbackOnly: boolean;
  start(guest: Guest, port: number): Promise<GuestServer>;
}

const peer = join(root, 'out/interop/server');

/** Compiles the server that is written straight on the socket calls. */
export function compilePeer(): void {
  mkdirSync(dirname(peer), { recursive: true });
  execFileSync('cc', [
    '-O2',
    '-Wall',
    '-o',
    peer,
    fileURLToPath(new URL('peer/server.c', import.meta.url)),
  ]);
}

/** The server that shares no code with the console. */
export const plainServer = socketServer('a server on the bare socket calls', false);
export const deployedServer = socketServer(
  'a server on the bare socket calls with the quirks of deployed ones',
  true,
);

/** The reference proxy on `kernel-sctp.ts`. */
export const referenceProxy = proxyServer('the reference proxy', false);

export const serverKinds: readonly ServerKind[] = [
  plainServer,
  deployedServer,
  referenceProxy,
  proxyServer('the reference proxy with quirks', true),
];

function socketServer(name: string, deployed: boolean): ServerKind {
  return {
    name,
    deployed,
    counts: true,
    loopbackOnly: false,
    async start(guest, port) {
      const { user, password } = credentials;
      const program = guest.run(peer, [
        String(port),
        user,
        password,
        deployed ? 'deployed' : 'plain',
      ]);
      await program.line(/^listening$/);
      return { program, port };
    },
  };
}

function proxyServer(name: string, deployed: boolean): ServerKind {
  return {
    name,
    deployed,
    counts: false,
    loopbackOnly: true,
    async start(guest, port) {
      const { user, password } = credentials;
      const program = guest.node('electron/reference-proxy/run.ts', [
        ...['--kernel', '--port', String(port), '--user', user, '--password', password, '--json'],
        ...(deployed ? ['--quirks'] : []),
      ]);
      await program.line(/"pop3Port"/);
      return { program, port };
    },
  };
}
